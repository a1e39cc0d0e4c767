import { useEffect, useState } from 'react'
import type { Output } from '../../electron/ipc/contract.ts'
import { useRequest } from '../api/use-request.ts'
import { useClippingActions } from '../features/actions/use-clipping-actions.ts'
import { DropOverlay } from '../features/clip/DropOverlay.tsx'
import { useClippingIn } from '../features/clip/use-clipping-in.ts'
import { OriginalDialog } from '../features/reader/OriginalDialog.tsx'
import { ReaderPane } from '../features/reader/ReaderPane.tsx'
import { Sidebar } from '../features/sidebar/Sidebar.tsx'
import { PickerHost } from '../features/tagging/PickerHost.tsx'
import { TimelinePane } from '../features/timeline/TimelinePane.tsx'
import { Welcome } from '../features/timeline/Welcome.tsx'
import { useRoute } from '../routing/use-route.ts'
import { classNames } from '../ui/class-names.ts'
import { showToast } from '../ui/toasts.ts'
import { Drawer } from './Drawer.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Rail } from './Rail.tsx'
import styles from './Shell.module.css'
import { VIEW_SLOTS } from './slots.tsx'
import { useLayout } from './use-layout.ts'
import { useWindowCommands } from './use-window-commands.ts'

const css = classNames(styles)

type Open = Extract<Output<'app:start'>['library'], { state: 'open' }>

/** The window with an open library: sidebar, and the view beside it in as many panes as there is room for. */
export function Shell({ library }: { readonly library: Open }) {
  const { view, pane, clipping } = useRoute()
  const layout = useLayout()
  const [hasDrawer, setHasDrawer] = useState(false)
  const [hasKeys, setHasKeys] = useState(false)
  const isOver = useClippingIn()
  useWindowCommands(() => setHasKeys(true))
  useClippingActions()
  useEffect(() => {
    for (const repair of library.repairs)
      showToast({ tone: 'done', title: t => t(`shell.repaired.${repair}`) })
  }, [library])

  const showSidebar = () => setHasDrawer(true)
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const isEmpty = overview !== undefined && overview.shelves.all === 0 && overview.shelves.trash === 0
  const Slot = view === 'timeline' ? undefined : VIEW_SLOTS[view]
  const isReading = layout === 'one' && pane !== 'list' && clipping !== undefined
  return (
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
      {hasDrawer && layout !== 'three' && <Drawer onClose={() => setHasDrawer(false)} />}
      {hasKeys && <KeysDialog onClose={() => setHasKeys(false)} />}
      <PickerHost />
      <OriginalDialog />
      {isOver && <DropOverlay />}
    </div>
  )
}
