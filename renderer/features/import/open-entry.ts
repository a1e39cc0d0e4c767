import type { ImportEntry } from '../../../electron/core/model/import-ledger.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { currentRoute, navigate } from '../../routing/use-route.ts'
import { openReader } from '../../shell/panes.ts'
import { selection } from '../../state/selection.ts'

/** Goes to a clipping in the list of all; back leads to the ledger again. */
export function openImported(clipping: string): void {
  selection.set([])
  const { clock } = currentRoute().filter
  navigate({ view: 'timeline', filter: { ...DEFAULT_FILTER, clock }, clipping, pane: 'reader' })
  openReader()
}

/** Opens the clipping of an item, where it has one. */
export function openEntry({ clipping }: ImportEntry): void {
  if (clipping) openImported(clipping)
}
