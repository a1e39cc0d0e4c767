import type { TFunction } from 'i18next'
import type { Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { isInOverlay } from '../../commands/listen.ts'
import { DEFAULT_FILTER, formatRoute } from '../../routing/route.ts'
import { currentRoute, navigate } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { showToast } from '../../ui/toasts.ts'
import { confirming } from './confirming.ts'

/** The clipping that was opened last by itself, another object each time. */
let openedLast: { readonly id: string } | undefined

const place = (): string => formatRoute({ ...currentRoute(), pane: 'list' })

/**
 * Notes where the user is, for something that takes a while. The function says whether they have gone elsewhere since:
 * who is where something was opened by itself meanwhile has not gone there.
 */
export function noteWhereabouts(): () => boolean {
  const before = place()
  const openedBefore = openedLast
  return () => {
    const isAtOpened = openedLast !== openedBefore && openedLast?.id === currentRoute().clipping
    return place() !== before && !isAtOpened
  }
}

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
  openedLast = { id }
  selection.set([])
  confirming.set(isFresh ? { id, isFresh } : undefined)
  navigate({
    view: 'timeline',
    filter: showsNew ? filter : { ...DEFAULT_FILTER, clock: filter.clock },
    clipping: id,
    pane: 'reader',
  })
}

/**
 * Opens what was clipped, or only tells of it: behind a dialog the view stays as it is, for what the dialog acts on must
 * not change under it; and so it does for who has gone elsewhere, who is offered it. True where it was opened.
 */
export function openOrTell(
  open: () => void,
  title: (t: TFunction) => string,
  hasGoneElsewhere: boolean,
): boolean {
  if (isInOverlay(document.activeElement)) showToast({ tone: 'done', title })
  else if (hasGoneElsewhere)
    showToast({ tone: 'done', title, action: { label: t => t('importing.openClipping'), run: open } })
  else {
    open()
    return true
  }
  return false
}
