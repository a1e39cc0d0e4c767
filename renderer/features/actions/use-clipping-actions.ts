import type { Mark, Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { openWindow } from '../../routing/open-window.ts'
import { formatRoute, type Route } from '../../routing/route.ts'
import { currentRoute, navigate, useRouteOf } from '../../routing/use-route.ts'
import { currentLayout } from '../../shell/use-layout.ts'
import { selection } from '../../state/selection.ts'
import { useStore } from '../../state/store.ts'
import { targets } from '../../state/targets.ts'
import { useCopyingCitations } from '../citations/use-copying-citations.ts'
import { confirming } from '../clip/confirming.ts'
import { openExport } from '../export/open-export.ts'
import { usePrinting } from '../export/use-printing.ts'
import { viewingQuotes } from '../quotes/viewing-quotes.ts'
import { viewingOriginal } from '../reader/viewing-original.ts'
import { comparing } from '../reprints/comparison.ts'
import { rereading } from '../rereading/reading-again.ts'
import { viewingSources } from '../source-chain/viewing-sources.ts'
import { picking } from '../tagging/picking.ts'
import { cachedRow } from '../timeline/use-rows.ts'

const marksOf = (id: string) =>
  queryClient.getQueryData<Output<'clipping:get'>>(['clipping:get', { id }])?.clipping ?? cachedRow(id)

/** So many of a selection are opened in windows of their own at once. */
const MOST_WINDOWS = 8

/** Opens each of the clippings, the first of many, in a window to read it in, one after the other. */
async function openWindows(ids: readonly string[]): Promise<void> {
  for (const clipping of ids.slice(0, MOST_WINDOWS)) {
    const route = formatRoute({ ...currentRoute(), view: 'timeline', clipping, pane: 'reader' })
    if (!(await openWindow(route, 'reading'))) return
  }
}

const onShow = ({ clipping, view }: Route) => ({ clipping, view })

/**
 * The commands that act on the selected clippings, or on the open one. Each is one change with one undo. They
 * rest in the other views, where the clipping that a key would trash is not on show.
 */
export function useClippingActions(): void {
  const { clipping: open, view } = useRouteOf(onShow)
  const selected = useStore(selection)
  const isOnShow = view === 'timeline'
  const clipping = isOnShow ? open : undefined
  const hasTargets = isOnShow && (open !== undefined || selected.length > 0)
  const loud = useChange('clipping:mark')
  const quiet = useChange('clipping:mark', { quiet: true })

  const print = usePrinting(id => marksOf(id)?.title)

  const mark = (change: (ids: readonly string[]) => Mark, isSeen: boolean) => () => {
    const ids = [...targets()]
    if (ids.length === 0) return
    // A single star or read mark is seen where it is; several, or what leaves the list, need words and Undo.
    const how = isSeen && ids.length === 1 ? quiet : loud
    void how.run({ ids, mark: change(ids) })
  }
  const on = (handler: () => void) => (hasTargets ? handler : undefined)

  useCommand('star', on(mark(ids => ({ mark: 'starred', on: !ids.every(id => marksOf(id)?.starred) }), true)))
  useCommand('read', on(mark(ids => ({ mark: 'read', on: !ids.every(id => marksOf(id)?.readAt) }), false)))
  useCommand(
    'trash',
    on(mark(() => ({ mark: 'trashed', on: currentRoute().filter.shelf !== 'trash' }), false)),
  )
  useCommand(
    'tag',
    on(() => picking.set({ kind: 'tag', ids: targets() })),
  )
  useCommand(
    'collect',
    on(() => picking.set({ kind: 'collection', ids: targets() })),
  )
  useCommand(
    'export-selection',
    on(() => openExport({ kind: 'clippings', ids: targets() })),
  )
  useCommand(
    'open-window',
    on(() => void openWindows(targets())),
  )
  useCommand(
    'print',
    on(() => print(targets())),
  )
  useCommand(
    'reread',
    on(() => rereading.set({ ids: targets() })),
  )
  useCopyingCitations(hasTargets)
  const editFields = (id: string) => {
    confirming.set({ id, isFresh: false })
    // The fields are checked above the article, which with one pane is not beside the list.
    if (currentLayout() === 'one') navigate({ pane: 'reader' })
  }
  useCommand('edit-fields', clipping ? () => editFields(clipping) : undefined)
  useCommand('show-set-aside', clipping ? () => navigate({ pane: 'set-aside' }) : undefined)
  const showPage = () => navigate({ pane: currentRoute().pane === 'original' ? 'reader' : 'original' })
  useCommand('show-page', clipping ? showPage : undefined)
  useCommand('show-sources', clipping ? () => viewingSources.set(clipping) : undefined)
  useCommand('show-quotes', clipping ? () => viewingQuotes.set(clipping) : undefined)
  const [one, other] = selected
  const areTwo = isOnShow && selected.length === 2 && one !== undefined && other !== undefined
  useCommand('compare', areTwo ? () => comparing.set({ id: one, what: 'pair', with: other }) : undefined)
  useCommand('show-original', clipping ? () => viewingOriginal.set(clipping) : undefined)
}
