import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Input, Payload } from '../ipc/contract.ts'
import { MENU_WORDS, type MenuLanguage } from './menu-words.ts'

type Command = Payload<'menu:command'>['command']

/** Longer than this a menu is wider than it is useful. */
const MOST_CHARACTERS = 90

/** Words for a menu item: an ampersand would underline the letter behind it. */
const named = (words: string | null): string | undefined =>
  words === null
    ? undefined
    : (words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words).replaceAll(
        '&',
        '&&',
      )

/**
 * The native menu. The window handles the same keys itself and takes precedence, so that undo in a text field
 * undoes typing; the menu's accelerators are shown and catch what the window leaves. `history` is what Undo and Redo
 * are about; a new window is opened also where there is none; `openReleases` shows the page of new versions where there
 * is one.
 */
export function installMenu(
  language: MenuLanguage,
  platform: NodeJS.Platform,
  history: Input<'menu:say-history'>,
  command: (name: Command) => void,
  openWindow: () => void,
  openReleases: (() => void) | undefined,
): void {
  const words = MENU_WORDS[language]
  const item = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => command(name),
  })
  const settings = item(words.settings, 'settings', 'CmdOrCtrl+,')
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
  const close: MenuItemConstructorOptions = { role: 'close', label: words.close }
  const fileTail: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [close]
      : [settings, { type: 'separator' }, close, { role: 'quit', label: words.quit }]
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [appMenu] : []),
    {
      label: words.file,
      submenu: [
        { label: words.newWindow, accelerator: 'CmdOrCtrl+N', click: openWindow },
        { type: 'separator' },
        item(words.open, 'open', 'CmdOrCtrl+O'),
        item(words.importFolder, 'import-folder', 'CmdOrCtrl+Shift+O'),
        item(words.export, 'export', 'CmdOrCtrl+Shift+E'),
        item(words.print, 'print', 'CmdOrCtrl+P'),
        // Only macOS has a menu for sharing that Electron can show.
        ...(platform === 'darwin' ? [item(words.share, 'share')] : []),
        { type: 'separator' },
        item(words.newLibrary, 'new-library'),
        item(words.openLibrary, 'open-library'),
        {
          label: words.library,
          submenu: [
            item(words.aboutLibrary, 'library'),
            item(words.verifyLibrary, 'verify-library'),
            { type: 'separator' },
            item(words.takeBackup, 'take-backup'),
            item(words.backups, 'backups'),
            { type: 'separator' },
            item(words.emptyTrash, 'empty-trash'),
          ],
        },
        { type: 'separator' },
        ...fileTail,
      ],
    },
    {
      label: words.edit,
      submenu: [
        item(named(history.undo) ?? words.undo, 'undo', 'CmdOrCtrl+Z'),
        item(named(history.redo) ?? words.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        { type: 'separator' },
        item(words.find, 'find', 'CmdOrCtrl+F'),
        item(words.palette, 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        item(words.timeline, 'timeline', 'CmdOrCtrl+1'),
        item(words.chronology, 'chronology', 'CmdOrCtrl+2'),
        item(words.tags, 'tags', 'CmdOrCtrl+3'),
        item(words.exportView, 'export-view', 'CmdOrCtrl+4'),
        item(words.importView, 'import-view', 'CmdOrCtrl+5'),
        { type: 'separator' },
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    { role: 'windowMenu', label: words.window },
    {
      role: 'help',
      label: words.help,
      submenu: [
        item(words.diagnostics, 'diagnostics'),
        ...(openReleases === undefined ? [] : [{ label: words.releases, click: openReleases }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
