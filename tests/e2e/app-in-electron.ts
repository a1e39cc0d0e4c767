import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron, type ElectronApplication, type Request as PageRequest } from 'playwright-core'
import type {
  DragRecord,
  MenuRecord,
  PrintRecord,
  RequestRecord,
  ShellRecord,
} from '../chromium-runtime/control.ts'
import { type AppOptions, type Folders, isLocal, ROOT } from './app.ts'
import { openedBy, PASTE_KEY, type RunningAppUnderTest } from './app-in-chromium.ts'
import { dropOn } from './drop-on.ts'

interface Recorder {
  answers: { method: string; answer: object }[]
  requests: RequestRecord[]
  shell: ShellRecord[]
  prints: PrintRecord[]
  drags: DragRecord[]
  printAnswers: { success: boolean; reason: string }[]
}
type WithRecorder = typeof globalThis & { cuttingsRecorder: Recorder }

/**
 * Runs in Electron's main process: dialogs take the spec's answers, the shell is recorded instead of opened, and
 * each request of a page is noted before and after the app's own decision.
 */
async function record(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: main, dialog, shell, webContents }) => {
    const recorder: Recorder = {
      answers: [],
      requests: [],
      shell: [],
      prints: [],
      drags: [],
      printAnswers: [],
    }
    ;(globalThis as WithRecorder).cuttingsRecorder = recorder
    const answer = (method: string) => async () => {
      const at = recorder.answers.findIndex(next => next.method === method)
      const [next] = at < 0 ? [] : recorder.answers.splice(at, 1)
      if (next === undefined) throw new Error(`dialog.${method} was opened and the test has no answer for it`)
      return next.answer
    }
    const note = (method: ShellRecord['method']) => (target: string) => {
      recorder.shell.push({ method, target })
      return Promise.resolve('')
    }
    Object.assign(dialog, {
      // It would wait for somebody to read it.
      showErrorBox: () => undefined,
      showOpenDialog: answer('showOpenDialog'),
      showSaveDialog: answer('showSaveDialog'),
      showMessageBox: answer('showMessageBox'),
    })
    const standIn = (contents: Electron.WebContents) => {
      contents.startDrag = ({ files = [], icon }) => {
        recorder.drags.push({ files, icon: String(icon) })
      }
      contents.print = (options, callback) => {
        const whole = { printBackground: true, preferCSSPageSize: true }
        void contents.printToPDF(whole).then(pdf => {
          recorder.prints.push({ options, pdf: pdf.toString('base64') })
          const { success, reason } = recorder.printAnswers.shift() ?? { success: true, reason: '' }
          callback?.(success, reason)
        })
      }
    }
    webContents.getAllWebContents().forEach(standIn)
    main.on('web-contents-created', (_event, contents) => standIn(contents))
    Object.assign(shell, {
      showItemInFolder: note('showItemInFolder'),
      openExternal: note('openExternal'),
      openPath: note('openPath'),
    })
  })
}

/** What became of a request: only the app's own refusal ends with this error. */
function outcomeOf(request: PageRequest): RequestRecord['outcome'] {
  if (isLocal(request.url())) return 'answered'
  return request.failure()?.errorText.includes('BLOCKED_BY_CLIENT') === true ? 'refused' : 'stopped'
}

/** Requests of every window as its DevTools see them. */
function recordRequests(app: ElectronApplication): RequestRecord[] {
  const records: RequestRecord[] = []
  const note = (request: PageRequest) => {
    records.push({
      url: request.url(),
      method: request.method(),
      resourceType: request.resourceType(),
      page: request.frame().page().url(),
      outcome: outcomeOf(request),
    })
  }
  app.context().on('requestfinished', note)
  app.context().on('requestfailed', note)
  return records
}

function menuRecord(item: Electron.MenuItem): MenuRecord {
  const { id, label, role, type, enabled, visible, checked, submenu } = item
  const accelerator = typeof item.accelerator === 'string' ? item.accelerator : undefined
  return {
    id,
    label,
    role,
    type,
    accelerator,
    enabled,
    visible,
    checked,
    submenu: submenu?.items.map(menuRecord),
  }
}

async function chooseFromMenu(app: ElectronApplication, path: readonly string[]): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, labels) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    let found: Electron.MenuItem | undefined
    for (const label of labels) {
      found = items.find(item => item.label === label)
      if (found === undefined) throw new Error(`no menu item "${label}"`)
      items = found.submenu?.items ?? []
    }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    found?.click(undefined, window, window?.webContents)
  }, path)
}

/** Opens the app in Electron itself. */
export async function openInElectron(
  executablePath: string,
  options: AppOptions,
  folders: Folders,
): Promise<RunningAppUnderTest> {
  const languages = options.languages ?? ['en-US']
  const argumentsWith = (args: readonly string[]): string[] => [
    '--require',
    join(import.meta.dirname, 'electron-folders.cjs'),
    `--lang=${languages[0]}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ROOT,
    ...args,
  ]
  const env = {
    ...(process.env as Record<string, string>),
    ...options.env,
    LANGUAGE: languages.join(':'),
    CUTTINGS_E2E_USERDATA: folders.userData,
    CUTTINGS_E2E_DOCUMENTS: folders.documents,
  }
  const app = await _electron.launch({ executablePath, args: argumentsWith(options.args ?? []), env })
  let said = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (text: string) => {
      said += text
    })
  }
  const records = recordRequests(app)
  await record(app)
  const window = await app.firstWindow()
  await window.waitForLoadState()
  const setColorScheme = (scheme: 'light' | 'dark') => window.emulateMedia({ colorScheme: scheme })
  if (options.colorScheme !== undefined) await setColorScheme(options.colorScheme)
  const answerNext = (method: string, answer: object) =>
    app.evaluate(
      (_electron, next) => {
        ;(globalThis as WithRecorder).cuttingsRecorder.answers.push(next)
      },
      { method, answer },
    )
  const paste = async (flavours: Record<string, string>) => {
    await app.evaluate(async ({ clipboard, ClipboardItem }, data) => {
      await clipboard.write([new ClipboardItem(data)])
    }, flavours)
    await window.bringToFront()
    await window.keyboard.press(PASTE_KEY)
  }
  let ended = false
  app.process().once('exit', () => {
    ended = true
  })
  return {
    runtime: 'electron',
    window,
    dialogs: {
      answerOpen: paths =>
        answerNext('showOpenDialog', { canceled: paths.length === 0, filePaths: [...paths] }),
      answerSave: path => answerNext('showSaveDialog', { canceled: path === null, filePath: path ?? '' }),
      answerMessage: response => answerNext('showMessageBox', { response, checkboxChecked: false }),
    },
    menu: {
      async items() {
        return await app.evaluate(({ Menu }, source) => {
          // The function is sent as text: Electron's main process has no modules of the tests.
          const describe = new Function(`return ${source}`)() as typeof menuRecord
          return (Menu.getApplicationMenu()?.items ?? []).map(item => describe(item))
        }, menuRecord.toString())
      },
      choose: (...labels) => chooseFromMenu(app, labels),
    },
    windows: () => app.windows(),
    windowOpenedBy: act => openedBy(() => app.windows(), act),
    windowBounds: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter(each => each.isVisible())
          .map(each => each.getBounds()),
      ),
    moveWindow: bounds =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getFocusedWindow()?.setBounds(to), bounds),
    requests: async () => records,
    printer: {
      answer: (success, reason) =>
        app.evaluate(
          (_electron, answer) => {
            ;(globalThis as WithRecorder).cuttingsRecorder.printAnswers.push(answer)
          },
          { success, reason },
        ),
      prints: () => app.evaluate(() => (globalThis as WithRecorder).cuttingsRecorder.prints),
    },
    drags: () => app.evaluate(() => (globalThis as WithRecorder).cuttingsRecorder.drags),
    shellCalls: () => app.evaluate(() => (globalThis as WithRecorder).cuttingsRecorder.shell),
    pasteText: text => paste({ 'text/plain': text }),
    pasteHtml: ({ text, html }) => paste({ 'text/plain': text, 'text/html': html }),
    dropFiles: paths => dropOn(window, paths),
    async startAgain(args) {
      await promisify(execFile)(executablePath, argumentsWith(args), { env })
    },
    readClipboard: () =>
      app.evaluate(async ({ clipboard }) => {
        const flavours: Record<string, string> = {}
        for (const item of await clipboard.read()) {
          for (const type of item.types.filter(name => name.startsWith('text/'))) {
            flavours[type] = await (await item.getType<`text/${string}`>(type as `text/${string}`)).text()
          }
        }
        return flavours
      }),
    setColorScheme,
    async crashPage() {
      await app.evaluate(({ BrowserWindow }) => {
        const webContents = BrowserWindow.getAllWindows()[0]?.webContents
        if (webContents === undefined) throw new Error('there is no window whose page could be ended')
        const openedAgain = new Promise<void>(done => {
          webContents.once('render-process-gone', () => webContents.once('did-finish-load', () => done()))
        })
        webContents.forcefullyCrashRenderer()
        return openedAgain
      })
      // Playwright keeps the page of Electron through the crash of its process.
      return window
    },
    async throwInMain() {
      const exited = new Promise<number | null>(done => app.process().once('exit', done))
      await app
        .evaluate(() => {
          setTimeout(() => {
            throw new TypeError('thrown by a test')
          })
        })
        .catch(() => undefined)
      return await exited
    },
    output: () => said,
    async kill9() {
      if (ended) return
      const exited = new Promise(done => app.process().once('exit', done))
      app.process().kill('SIGKILL')
      await exited
    },
    async close() {
      if (!ended) await app.close()
    },
  }
}
