import type { Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { currentRoute, navigate } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { confirming } from './confirming.ts'

/**
 * Opens a clipping that was just kept, in a list that shows it, with its fields to be checked. `isFresh` is false for
 * one that the library had before: that is opened alone.
 */
export function showKept(kept: Output<'clip:paste'>, { isFresh } = { isFresh: true }): void {
  const { id } = kept.clipping
  queryClient.setQueryData(['clipping:get', { id }], kept)
  const { filter } = currentRoute()
  const showsNew =
    !filter.query && !filter.days && !filter.collection && !filter.tag && /^(inbox|all)$/.test(filter.shelf)
  selection.set([])
  confirming.set(isFresh ? { id, isFresh } : undefined)
  navigate({
    view: 'timeline',
    filter: showsNew ? filter : { ...DEFAULT_FILTER, clock: filter.clock },
    clipping: id,
    pane: 'reader',
  })
}
