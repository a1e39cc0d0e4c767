import type { Chromium } from './browser/chromium.ts'
import { receiving } from './browser/page-scripts.ts'
import type { Control, ControlAnswer, ControlRequest, Controls } from './control.ts'
import { BrowserWindow } from './electron-module/browser-window.ts'
import { readClipboard, writeClipboard } from './electron-module/clipboard.ts'
import { answerNext } from './electron-module/dialog.ts'
import { chooseFromMenu, menuRecord, openMenuRecord } from './electron-module/menu.ts'
import { nativeTheme } from './electron-module/native-theme.ts'
import { answerNextPrint } from './electron-module/print.ts'
import { recorded } from './runtime.ts'

type Answers = { [C in Control]: (input: Controls[C]['input']) => Promise<Controls[C]['output']> }

const answersOf = (chromium: Chromium): Answers => ({
  async endpoint() {
    if (chromium.endpoint === undefined) throw new Error('this run has no debugging port')
    return await chromium.endpoint
  },
  async answerDialog({ method, answer }) {
    answerNext(method, answer)
  },
  dialogs: async () => recorded.dialogs,
  requests: async () => recorded.requests,
  async answerPrint(answer) {
    answerNextPrint(answer)
  },
  prints: async () => recorded.prints,
  drags: async () => recorded.drags,
  shellCalls: async () => recorded.shell,
  menu: async () => menuRecord(),
  openMenu: async () => openMenuRecord(),
  async clickMenu({ path }) {
    chooseFromMenu(path, BrowserWindow.getFocusedWindow() ?? undefined)
  },
  windowBounds: async () =>
    BrowserWindow.getAllWindows()
      .filter(window => window.isVisible())
      .map(window => window.getBounds()),
  async moveWindow(bounds) {
    BrowserWindow.getFocusedWindow()?.setBounds(bounds)
  },
  async crashPage() {
    const webContents = BrowserWindow.getAllWindows()[0]?.webContents
    if (webContents === undefined) throw new Error('there is no window whose page could be ended')
    // The load of a page that is still being opened would come before the end, so the end is waited for first.
    const openedAgain = new Promise<void>(done => {
      webContents.once('render-process-gone', () => webContents.once('did-finish-load', () => done()))
    })
    webContents.forcefullyCrashRenderer()
    await openedAgain
  },
  async throwInMain() {
    setTimeout(() => {
      throw new TypeError('thrown by a test')
    })
  },
  async systemColorScheme(scheme) {
    nativeTheme.setSystem(scheme)
  },
  async droppedPaths(paths) {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (window === undefined) throw new Error('there is no window to drop files on')
    const { devtools, preloadWorld } = await window.webContents.whenOpen()
    await devtools.send('Runtime.evaluate', {
      expression: receiving({ kind: 'paths', paths }),
      ...(preloadWorld === undefined ? {} : { contextId: preloadWorld }),
    })
  },
  async writeClipboard(flavours) {
    await writeClipboard(flavours)
  },
  readClipboard,
})

/** Answers the test that started this process; does nothing where nobody did. */
export function answerControls(chromium: Chromium): void {
  const answers = answersOf(chromium)
  const say = (answer: ControlAnswer | { ready: true }) => process.send?.(answer)
  process.on('message', async (message: unknown) => {
    const { id, control, input } = message as ControlRequest
    try {
      // The request's type ties the input to the control; TypeScript does not follow it through the map.
      const value = await (answers[control] as (input: unknown) => unknown)(input)
      say({ id, ok: true, value })
    } catch (error) {
      say({ id, ok: false, error: String(error) })
    }
  })
  say({ ready: true })
}
