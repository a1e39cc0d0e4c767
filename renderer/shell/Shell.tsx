import { useState } from 'react'
import type { LibraryState } from '../../electron/ipc/contract.ts'
import { useRequest } from '../api/use-request.ts'
import { useClippingActions } from '../features/actions/use-clipping-actions.ts'
import { useGivenLinks } from '../features/actions/use-given-links.ts'
import { PassageEventDialog } from '../features/chronology/PassageEventDialog.tsx'
import { DropOverlay } from '../features/clip/DropOverlay.tsx'
import { useClippingIn } from '../features/clip/use-clipping-in.ts'
import { CollectionQuestions } from '../features/collections/CollectionQuestions.tsx'
import { useGivenFiles } from '../features/import/use-given-files.ts'
import { useInterruptedImport } from '../features/import/use-interrupted-import.ts'
import { EarlierVersionsDialog } from '../features/library/EarlierVersionsDialog.tsx'
import { EmptyTrashDialog } from '../features/library/EmptyTrashDialog.tsx'
import { CommandPalette } from '../features/palette/CommandPalette.tsx'
import { QuotesDialog } from '../features/quotes/QuotesDialog.tsx'
import { OriginalDialog } from '../features/reader/OriginalDialog.tsx'
import { ReaderPane } from '../features/reader/ReaderPane.tsx'
import { ComparisonDialog } from '../features/reprints/ComparisonDialog.tsx'
import { RereadingDialog } from '../features/rereading/RereadingDialog.tsx'
import { useSampleCommands } from '../features/sample/use-sample.ts'
import { useLookCommands } from '../features/settings/use-look-commands.ts'
import { Sidebar } from '../features/sidebar/Sidebar.tsx'
import { SourcesDialog } from '../features/source-chain/SourcesDialog.tsx'
import { PickerHost } from '../features/tagging/PickerHost.tsx'
import { TagQuestions } from '../features/tags/TagQuestions.tsx'
import { TimelinePane } from '../features/timeline/TimelinePane.tsx'
import { Welcome } from '../features/timeline/Welcome.tsx'
import type { Route } from '../routing/route.ts'
import { useRouteOf } from '../routing/use-route.ts'
import { classNames } from '../ui/class-names.ts'
import { Banner } from './Banner.tsx'
import { Drawer } from './Drawer.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { VIEW_SLOTS } from './slots.tsx'
import { useLayout } from './use-layout.ts'
import { useWindowCommands } from './use-window-commands.ts'
import { useWindowTitle } from './use-window-title.ts'

const css = classNames(styles)

const onShow = ({ view, pane, clipping }: Route) => ({ view, pane, clipping })

/** The window with an open library: sidebar, and the view beside it in as many panes as there is room for. */
export function Shell({ library }: { readonly library: LibraryState }) {
  const { view, pane, clipping } = useRouteOf(onShow)
  const layout = useLayout()
  const [hasDrawer, setHasDrawer] = useState(false)
  const [hasKeys, setHasKeys] = useState(false)
  const isOver = useClippingIn()
  useWindowTitle()
  useGivenFiles()
  useInterruptedImport()
  useGivenLinks()
  useSampleCommands()
  useWindowCommands(() => setHasKeys(true))
  useClippingActions()
  useLookCommands()

  const showSidebar = () => setHasDrawer(true)
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const isEmpty = overview !== undefined && overview.shelves.all === 0 && overview.shelves.trash === 0
  const Slot = view === 'timeline' ? undefined : VIEW_SLOTS[view]
  const isReading = layout === 'one' && pane !== 'list' && clipping !== undefined
  return (
    <div className={css('window')}>
      <Banner library={library} />
      <div className={css('shell', layout)}>
        {layout === 'three' && <Sidebar />}
        {layout === 'two' && <Rail onShowSidebar={showSidebar} />}
        {layout === 'one' && (Slot || isEmpty) && <Rail onShowSidebar={showSidebar} />}
        <main className={css('main', !Slot && !isEmpty && layout !== 'one' && 'split')}>
          {Slot ? (
            <Slot />
          ) : isEmpty ? (
            <Welcome />
          ) : (
            <>
              {!isReading && <TimelinePane onShowSidebar={layout === 'one' ? showSidebar : undefined} />}
              {(layout !== 'one' || isReading) && <ReaderPane hasBack={isReading} />}
            </>
          )}
        </main>
      </div>
      {hasDrawer && layout !== 'three' && <Drawer onClose={() => setHasDrawer(false)} />}
      {hasKeys && <KeysDialog onClose={() => setHasKeys(false)} />}
      <CommandPalette />
      <PickerHost />
      <TagQuestions />
      <CollectionQuestions />
      <OriginalDialog />
      <PassageEventDialog />
      <QuotesDialog />
      <SourcesDialog />
      <EarlierVersionsDialog />
      <ComparisonDialog />
      <RereadingDialog />
      <EmptyTrashDialog />
      {isOver && <DropOverlay />}
    </div>
  )
}
