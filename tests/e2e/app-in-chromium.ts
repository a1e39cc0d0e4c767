import { basename } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchApp } from '../chromium-runtime/launch.ts'
import type { AppOptions, AppUnderTest, Folders } from './app.ts'
import { dropOn } from './drop-on.ts'

export type RunningAppUnderTest = Omit<
  AppUnderTest,
  'folders' | 'libraryDir' | 'requestsToNetwork' | 'remove'
>

export const PASTE_KEY = process.platform === 'darwin' ? 'Meta+V' : 'Control+V'

/** The window that there is after an act and was not before, with its page loaded. */
export async function openedBy(windows: () => Page[], act: () => Promise<unknown>): Promise<Page> {
  const before = new Set(windows())
  await act()
  for (let attempt = 0; attempt < 1500; attempt += 1) {
    const opened = windows().find(page => !before.has(page))
    if (opened !== undefined) {
      await opened.waitForLoadState()
      return opened
    }
    await delay(20)
  }
  throw new Error('no other window was opened')
}

/** Opens the app in Chromium; see tests/chromium-runtime/README.md for what that cannot show. */
export async function openInChromium(options: AppOptions, folders: Folders): Promise<RunningAppUnderTest> {
  const app = await launchApp({ ...options, paths: { ...folders } })
  const window = await app.firstWindow().catch(async error => {
    await app.kill9()
    throw error
  })
  const paste = async (flavours: Record<string, string>) => {
    await app.control('writeClipboard', flavours)
    await window.bringToFront()
    await window.keyboard.press(PASTE_KEY)
  }
  return {
    runtime: 'chromium',
    window,
    dialogs: {
      answerOpen: paths =>
        app.answerDialog('showOpenDialog', { canceled: paths.length === 0, filePaths: [...paths] }),
      answerSave: path =>
        app.answerDialog('showSaveDialog', { canceled: path === null, filePath: path ?? '' }),
      answerMessage: response => app.answerDialog('showMessageBox', { response, checkboxChecked: false }),
    },
    menu: {
      items: () => app.menu(),
      choose: (...path) => app.control('clickMenu', { path }),
    },
    windows: () => app.windows(),
    windowOpenedBy: act => openedBy(() => app.windows(), act),
    windowBounds: () => app.control('windowBounds'),
    moveWindow: bounds => app.control('moveWindow', bounds),
    requests: () => app.requests(),
    printer: {
      answer: (success, reason) => app.control('answerPrint', { success, reason }),
      prints: () => app.control('prints'),
    },
    drags: () => app.control('drags'),
    shellCalls: () => app.control('shellCalls'),
    pasteText: text => paste({ 'text/plain': text }),
    pasteHtml: ({ text, html }) => paste({ 'text/plain': text, 'text/html': html }),
    async dropFiles(paths) {
      await app.control('droppedPaths', Object.fromEntries(paths.map(path => [basename(path), path])))
      await dropOn(window, paths)
    },
    async startAgain(args) {
      const second = await launchApp({ ...options, args, paths: { ...folders } }).catch(error =>
        String(error),
      )
      if (typeof second !== 'string') throw new Error('the second start did not end')
      if (!second.includes('the app has ended with 0')) throw new Error(second)
    },
    readClipboard: () => app.control('readClipboard'),
    setColorScheme: scheme => app.control('systemColorScheme', scheme),
    async crashPage() {
      await app.control('crashPage')
      return await app.windowAgain()
    },
    async throwInMain() {
      await app.control('throwInMain').catch(() => undefined)
      return await app.exited
    },
    output: () => app.output(),
    kill9: () => app.kill9(),
    close: () => app.close(),
  }
}
