import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from './browser/find-browser.ts'
import {
  type Control,
  type ControlAnswer,
  type Controls,
  type DialogMethod,
  type HostOptions,
  type MenuRecord,
  OPTIONS_VARIABLE,
  type RequestRecord,
} from './control.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const HOST = resolve(ROOT, 'out/chromium-runtime/main-host.js')
const START_MS = 30_000

export interface LaunchOptions {
  /** The built main bundle; the product's own where absent. */
  readonly main?: string
  /** The folder with the app's package.json. */
  readonly appPath?: string
  /** Folders by Electron's names: `userData`, `documents` and so on. */
  readonly paths: Readonly<Record<string, string>>
  /** The system's preferred languages, BCP 47, first choice first. */
  readonly languages?: readonly string[]
  readonly colorScheme?: 'light' | 'dark'
  readonly headless?: boolean
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningApp {
  readonly pid: number
  /** Everything that the app's process wrote to its standard output and error so far. */
  output(): string
  /** Resolves with the exit code, or null where a signal ended the process. */
  readonly exited: Promise<number | null>
  /** The first page that the app opens. */
  firstWindow(): Promise<Page>
  /** The first page, for a test that takes it up anew: Playwright lets go of one whose process is gone. */
  windowAgain(): Promise<Page>
  /** Every page of the app that is open. */
  windows(): Page[]
  answerDialog(method: DialogMethod, answer: object): Promise<void>
  control<C extends Control>(
    control: C,
    ...input: Controls[C]['input'] extends undefined ? [] : [Controls[C]['input']]
  ): Promise<Controls[C]['output']>
  requests(): Promise<readonly RequestRecord[]>
  menu(): Promise<readonly MenuRecord[]>
  /** Asks the app to quit, as the system does, and waits for its end. */
  close(): Promise<void>
  /** Ends the app's process as a power failure does. */
  kill9(): Promise<void>
}

/** The app's process as a child, with a channel of its own for the test. */
class Host {
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  private said = ''
  private lastId = 0
  private readonly waiting = new Map<number, (answer: ControlAnswer) => void>()
  readonly ready: Promise<void>

  constructor(options: HostOptions, launch: LaunchOptions) {
    this.child = fork(HOST, [...(launch.args ?? [])], {
      cwd: options.appPath,
      // Without a locale Chromium takes file names for ASCII, and a dropped 剪报 is no file.
      env: {
        LC_CTYPE: 'C.UTF-8',
        ...process.env,
        ...launch.env,
        [OPTIONS_VARIABLE]: JSON.stringify(options),
      },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8')
      stream?.on('data', (text: string) => {
        this.said += text
      })
    }
    this.exited = new Promise(done => this.child.once('close', code => done(code)))
    this.ready = new Promise((done, fail) => {
      this.child.on('message', (message: ControlAnswer | { ready: true }) => {
        if ('ready' in message) return done()
        this.waiting.get(message.id)?.(message)
        this.waiting.delete(message.id)
      })
      void this.exited.then(code => fail(new Error(`the app has ended with ${code}:\n${this.said}`)))
    })
    void this.exited.then(code => {
      for (const [id, answer] of this.waiting)
        answer({ id, ok: false, error: `the app has ended with ${code}:\n${this.said}` })
    })
  }

  output(): string {
    return this.said
  }

  ask(control: Control, input: unknown): Promise<unknown> {
    const id = ++this.lastId
    return new Promise((done, fail) => {
      this.waiting.set(id, answer => (answer.ok ? done(answer.value) : fail(new Error(answer.error))))
      this.child.send({ id, control, input }, error => {
        if (error !== null) fail(error)
      })
    })
  }
}

async function within<T>(ms: number, what: () => string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(what())), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const isWindow = (page: Page) => !/^(about:|data:|https:\/\/clipboard\.chromium-runtime\.)/.test(page.url())

async function firstWindow(browser: Browser, host: Host): Promise<Page> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    const page = pagesOf(browser).find(isWindow)
    if (page !== undefined) {
      await page.waitForLoadState()
      return page
    }
    if (host.child.exitCode !== null) break
    await new Promise(done => setTimeout(done, 20))
  }
  throw new Error(`the app has opened no window:\n${host.output()}`)
}

const pagesOf = (browser: Browser) => browser.contexts().flatMap(context => context.pages())

/** Starts the app in Chromium. The caller must close it. */
export async function launchApp(launch: LaunchOptions): Promise<RunningApp> {
  const headless = launch.headless ?? true
  const executable = findBrowser(process.env, process.platform, headless)
  if (executable === undefined)
    throw new Error('no Chromium, Chrome or Edge is installed: run `npm test` or `npm start`')
  if (!existsSync(HOST)) throw new Error(`${HOST} is not built: run \`npm run build\``)
  const appPath = launch.appPath ?? ROOT
  const options: HostOptions = {
    main: launch.main ?? resolve(appPath, 'out/main/index.js'),
    appPath,
    executable,
    headless,
    dialogs: 'test',
    debuggingPort: true,
    languages: launch.languages ?? ['en-US'],
    colorScheme: launch.colorScheme ?? 'light',
    paths: launch.paths,
  }
  const host = new Host(options, launch)
  const control: RunningApp['control'] = async (name, ...input) => (await host.ask(name, input[0])) as never
  await within(START_MS, () => `the app did not start:\n${host.output()}`, host.ready)
  const endpoint = await control('endpoint')
  // Without Playwright's defaults: the theme, the downloads and the focus are the app's.
  const connect = () => chromium.connectOverCDP(endpoint, { noDefaults: true })
  let browser = await connect()
  const end = async (signal: NodeJS.Signals) => {
    const isRunning = host.child.exitCode === null && host.child.signalCode === null
    if (isRunning) host.child.kill(signal)
    await within(START_MS, () => `the app does not end:\n${host.output()}`, host.exited).catch(error => {
      host.child.kill('SIGKILL')
      throw error
    })
    await browser.close().catch(() => undefined)
  }
  return {
    pid: host.child.pid ?? 0,
    output: () => host.output(),
    exited: host.exited,
    firstWindow: () => firstWindow(browser, host),
    async windowAgain() {
      await browser.close()
      browser = await connect()
      return await firstWindow(browser, host)
    },
    windows: () => pagesOf(browser).filter(isWindow),
    answerDialog: (method, answer) => control('answerDialog', { method, answer }),
    control,
    requests: () => control('requests'),
    menu: () => control('menu'),
    close: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  }
}
