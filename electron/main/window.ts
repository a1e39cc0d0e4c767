import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { WINDOW_URL } from './origin.ts'
import { SMALLEST, type WindowPlace } from './window-places.ts'

/** The paper of each theme, so that a window never flashes white before its page is there. */
const PAPER = { light: '#faf8f3', dark: '#1b1916' } as const

/** The windows with the app's page, as opposed to those that print and are never shown; the last one used stands last. */
let opened: readonly BrowserWindow[] = []

/** The app's windows, the one that the user worked in last at the end. */
export const appWindows = (): readonly BrowserWindow[] => opened

/** Whether a page is that of one of the app's windows. */
export const isAppContents = (contents: WebContents): boolean =>
  appWindows().some(window => window.webContents === contents)

/** The app's window that the user is working in, or worked in last. */
export const currentWindow = (): BrowserWindow | undefined => opened.at(-1)

const addressOf = (route: string): string => {
  const url = new URL(WINDOW_URL)
  url.hash = route
  return url.href
}

/** Opens a window of the app at a place, in front or behind; it is shown when its first page is painted. */
export function openWindow(place: WindowPlace, where: 'front' | 'behind'): BrowserWindow {
  const { route, isMaximized, isFullScreen, x, y, width, height } = place
  const window = new BrowserWindow({
    ...(x !== undefined && y !== undefined && { x, y }),
    width,
    height,
    minWidth: SMALLEST,
    minHeight: SMALLEST,
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
  const toFront = () => {
    opened = [...opened.filter(other => other !== window), window]
  }
  toFront()
  window.on('focus', toFront)
  window.once('closed', () => {
    opened = opened.filter(other => other !== window)
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    if (where === 'front') window.show()
    else window.showInactive()
    if (isFullScreen) window.setFullScreen(true)
  })
  // Closed or gone while it loads: the one is wanted, and the other is told of as an event.
  window.loadURL(addressOf(route)).catch(() => undefined)
  return window
}
