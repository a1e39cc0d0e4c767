import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { WINDOW_URL } from './origin.ts'

/** The paper of each theme, so that a window never flashes white before its page is there. */
const PAPER = { light: '#faf8f3', dark: '#1b1916' } as const

/** The windows with the app's page, as opposed to those that print and are never shown. */
const opened = new WeakSet<BrowserWindow>()

export const appWindows = (): BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter(window => opened.has(window))

/** Whether a page is that of one of the app's windows. */
export const isAppContents = (contents: WebContents): boolean =>
  appWindows().some(window => window.webContents === contents)

/** The app's window that the user is working in: the one with the focus, or else the first. */
export function currentWindow(): BrowserWindow | undefined {
  const windows = appWindows()
  return windows.find(window => window === BrowserWindow.getFocusedWindow()) ?? windows[0]
}

/** Opens a window of the app; it is shown when its first page is painted. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Cuttings',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  opened.add(window)
  window.once('ready-to-show', () => window.show())
  // Closed or gone while it loads: the one is wanted, and the other is told of as an event.
  window.loadURL(WINDOW_URL).catch(() => undefined)
  return window
}
