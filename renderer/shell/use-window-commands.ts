import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payload } from '../../electron/ipc/contract.ts'
import { useChange } from '../api/use-change.ts'
import { listenForKeys, takesText } from '../commands/listen.ts'
import { runCommand, useCommand } from '../commands/registry.ts'
import type { CommandId } from '../commands/table.ts'
import { confirming } from '../features/clip/confirming.ts'
import { useSharing } from '../features/export/use-sharing.ts'
import { openWindow } from '../routing/open-window.ts'
import { formatRoute } from '../routing/route.ts'
import { currentRoute, navigate } from '../routing/use-route.ts'
import { usePlatform } from '../state/platform.ts'
import { listenForLinksBeside } from './open-beside.ts'
import { openList, showTimeline } from './panes.ts'
import { useHistoryInMenu } from './use-history-in-menu.ts'

/** Those of the native menu that have a command of the window; the library's answer for themselves. */
const MENU: Readonly<Partial<Record<Payload<'menu:command'>['command'], CommandId>>> = {
  undo: 'undo',
  redo: 'redo',
  open: 'open-files',
  'import-folder': 'import-folder',
  export: 'export-selection',
  print: 'print',
  settings: 'view-settings',
  find: 'find',
  palette: 'palette',
  timeline: 'view-timeline',
  chronology: 'view-chronology',
  tags: 'view-tags',
  'export-view': 'view-export',
  'import-view': 'view-import',
}

/** The commands of the whole window: its keys, the native menu, views, undo, and the way back. */
export function useWindowCommands(onShowKeys: () => void): void {
  const platform = usePlatform()
  const { i18n } = useTranslation()
  const share = useSharing()
  const undo = useChange('history:undo')
  const redo = useChange('history:redo')

  useEffect(() => listenForKeys(platform), [platform])
  useEffect(() => listenForLinksBeside(platform), [platform])
  useHistoryInMenu()
  useEffect(
    () =>
      window.cuttings.on('menu:command', ({ command }) => {
        // The menu's Undo means the text field's own while one has the focus.
        if ((command === 'undo' || command === 'redo') && takesText(document.activeElement)) {
          document.execCommand(command)
        } else if (command === 'share') {
          share()
        } else {
          const id = MENU[command]
          if (id) runCommand(id)
        }
      }),
    [share],
  )

  useCommand('view-timeline', showTimeline)
  useCommand('view-chronology', () => navigate({ view: 'chronology', pane: 'list', scope: undefined }))
  useCommand('view-tags', () => navigate({ view: 'tags', pane: 'list' }))
  useCommand('view-highlights', () => navigate({ view: 'highlights', pane: 'list' }))
  useCommand('view-export', () => navigate({ view: 'export', pane: 'list' }))
  useCommand('view-import', () => navigate({ view: 'import', pane: 'list' }))
  useCommand('view-settings', () => navigate({ view: 'settings', pane: 'list' }))
  useCommand('new-window', () => void openWindow(formatRoute(currentRoute()), 'whole'))
  useCommand('show-keys', onShowKeys)
  useCommand('undo', () => void undo.run({}))
  useCommand('redo', () => void redo.run({}))
  useCommand('back', () => {
    const { view, pane } = currentRoute()
    if (confirming.get()) confirming.set(undefined)
    else if (view !== 'timeline') showTimeline()
    else if (pane === 'set-aside' || pane === 'original') navigate({ pane: 'reader' })
    else openList()
  })
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])
}
