import { collectionOfScope } from '../../../electron/core/model/chronology-scope.ts'
import type { ExportScope } from '../../../electron/core/model/export-request.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { keptIds } from '../export/open-export.ts'
import { formatScope, parseScope, requestScope, type Scope } from '../export/scope.ts'

export interface ShownScope {
  readonly scope: ExportScope
  /** The collection that it is, where what is decided is kept. */
  readonly collection: string | undefined
  /** Clippings that were chosen by name. */
  readonly isSelection: boolean
}

/** What the chronology on show is of: clippings that the address names, else what the timeline shows. */
export function useChronologyScope(): ShownScope {
  const { scope: named, filter } = useRoute()
  const kept = useStore(keptIds)
  const parsed = named ? parseScope(named, kept) : undefined
  const chosen: Scope = parsed?.kind === 'clippings' ? parsed : { kind: 'shown' }
  const { order: _, grouping: __, reprints: ___, ...list } = filter
  // How a list is ordered makes no other chronology, and must not be worked out again.
  const scope = requestScope(chosen, { ...list, clock: 'published' })
  return { scope, collection: collectionOfScope(scope), isSelection: chosen.kind === 'clippings' }
}

/** Goes to the chronology of a collection. */
export const openChronologyOfCollection = (collection: string): void =>
  navigate({ view: 'chronology', pane: 'list', filter: { ...DEFAULT_FILTER, collection }, scope: undefined })

/** Goes to the chronology of clippings that are chosen in the list. */
export function openChronologyOf(ids: readonly string[]): void {
  keptIds.set(ids)
  navigate({ view: 'chronology', pane: 'list', scope: formatScope({ kind: 'clippings', ids }) })
}
