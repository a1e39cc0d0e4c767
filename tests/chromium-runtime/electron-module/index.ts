import { isMainThread } from 'node:worker_threads'
import { refusedModule, strictly } from '../refuse.ts'
import { app } from './app.ts'
import { BrowserWindow as LooseBrowserWindow } from './browser-window.ts'
import { ClipboardItem, clipboard } from './clipboard.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu as LooseMenu, MenuItem as LooseMenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { screen } from './screen.ts'
import { defaultSession, session } from './session.ts'
import { shell } from './shell.ts'

if (!isMainThread) throw new Error("Electron's modules cannot be used in a worker thread")

const BrowserWindow = strictly('BrowserWindow', LooseBrowserWindow)
const Menu = strictly('Menu', LooseMenu)
const MenuItem = strictly('MenuItem', LooseMenuItem)
const protocol = defaultSession.protocol

const refused = <Name extends keyof typeof Electron>(name: Name): (typeof Electron)[Name] =>
  refusedModule(name) as (typeof Electron)[Name]

export {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
}

export const autoUpdater = refused('autoUpdater')
export const BaseWindow = refused('BaseWindow')
export const BrowserView = refused('BrowserView')
export const contentTracing = refused('contentTracing')
export const crashReporter = refused('crashReporter')
export const desktopCapturer = refused('desktopCapturer')
export const globalShortcut = refused('globalShortcut')
export const ImageView = refused('ImageView')
export const inAppPurchase = refused('inAppPurchase')
export const MessageChannelMain = refused('MessageChannelMain')
export const nativeImage = refused('nativeImage')
export const net = refused('net')
export const netLog = refused('netLog')
export const Notification = refused('Notification')
export const powerMonitor = refused('powerMonitor')
export const powerSaveBlocker = refused('powerSaveBlocker')
export const pushNotifications = refused('pushNotifications')
export const safeStorage = refused('safeStorage')
export const ShareMenu = refused('ShareMenu')
export const systemPreferences = refused('systemPreferences')
export const TouchBar = refused('TouchBar')
export const Tray = refused('Tray')
export const utilityProcess = refused('utilityProcess')
export const View = refused('View')
export const WebContentsView = refused('WebContentsView')
export const webContents = refused('webContents')
export const webFrameMain = refused('webFrameMain')

/** For `import electron from 'electron'`; a module that the stand-in lacks is refused by name. */
const electron: object = strictly('electron', {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
})

export default electron
