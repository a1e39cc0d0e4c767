import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPath } from '../app-paths.ts'
import { NotImplemented, onlyOptions, strictly } from '../refuse.ts'
import { browserIfRunning, options, packageJson } from '../runtime.ts'
import { requestLock } from '../single-instance.ts'
import { preventable, StrictEmitter } from '../strict-emitter.ts'

const EVENTS = [
  'ready',
  'window-all-closed',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'open-file',
  'open-url',
  'web-contents-created',
  'browser-window-created',
  'render-process-gone',
] as const

/** Switches that ask for what the stand-in's Chromium does anyway, or that change nothing that an app can see. */
const SWITCHES: ReadonlySet<string> = new Set([
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-features',
  'disable-quic',
  'disable-sync',
  'dns-prefetch-disable',
  'no-pings',
  'force-webrtc-ip-handling-policy',
  'webrtc-ip-handling-policy',
  'disable-breakpad',
])

type PathName = Parameters<Electron.App['getPath']>[0]

class App
  extends StrictEmitter
  implements
    Pick<
      Electron.App,
      | 'name'
      | 'isPackaged'
      | 'commandLine'
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'getPath'
      | 'setPath'
      | 'getAppPath'
      | 'getName'
      | 'setName'
      | 'getVersion'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAppUserModelId'
      | 'focus'
    >
{
  readonly isPackaged = false
  readonly commandLine: Electron.CommandLine
  /** Set by main-host.ts: closes every window, ends the browser and the process. */
  onQuit: (exitCode: number) => void = () => undefined
  closeWindows: () => boolean = () => true
  private ownName = packageJson.productName ?? packageJson.name ?? 'Electron'
  private readonly paths = new Map<string, string>(Object.entries(options.paths))
  private release: (() => void) | undefined
  private becomeReady: () => void = () => undefined
  private readonly ready = new Promise<void>(resolve => {
    this.becomeReady = resolve
  })
  private isNowReady = false
  private isQuitting = false

  constructor() {
    super('app', EVENTS)
    this.commandLine = strictly('app.commandLine', {
      appendSwitch(name: string): void {
        if (!SWITCHES.has(name)) throw new NotImplemented(`app.commandLine.appendSwitch("${name}")`)
      },
      hasSwitch: (name: string) =>
        process.argv.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`)),
      getSwitchValue: (name: string) =>
        process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    }) as unknown as Electron.CommandLine
  }

  get name(): string {
    return this.ownName
  }

  set name(name: string) {
    this.ownName = name
  }

  getName(): string {
    return this.ownName
  }

  setName(name: string): void {
    this.ownName = name
  }

  getVersion(): string {
    return packageJson.version ?? ''
  }

  getAppPath(): string {
    return options.appPath
  }

  getLocale(): string {
    return options.languages[0] ?? 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [...options.languages]
  }

  getPath(name: PathName): string {
    const set = this.paths.get(name)
    if (set !== undefined) return set
    if (name === 'userData') return join(this.getPath('appData'), this.ownName)
    if (name === 'sessionData') return this.getPath('userData')
    if (name === 'logs') {
      const logs = join(this.getPath('userData'), 'logs')
      mkdirSync(logs, { recursive: true })
      return logs
    }
    const found = findPath(name)
    if (found === undefined) throw new NotImplemented(`app.getPath("${name}")`)
    return found
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  whenReady(): Promise<void> {
    return this.ready
  }

  isReady(): boolean {
    return this.isNowReady
  }

  /** Pages of the stand-in are sandboxed by Chromium in any case, except for root on Linux. */
  enableSandbox(): void {
    if (this.isNowReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  setAppUserModelId(_id: string): void {}

  focus(options?: Electron.FocusOptions): void {
    onlyOptions('app.focus', options, ['steal'])
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    if (additionalData !== undefined)
      throw new NotImplemented('app.requestSingleInstanceLock with additionalData')
    if (this.release !== undefined) return true
    this.release = requestLock(this.getPath('userData'), (argv, workingDirectory) =>
      this.emit('second-instance', preventable({}), argv, workingDirectory, undefined),
    )
    return this.release !== undefined
  }

  hasSingleInstanceLock(): boolean {
    return this.release !== undefined
  }

  releaseSingleInstanceLock(): void {
    this.release?.()
    this.release = undefined
  }

  /** Asks every window to close, then ends the process; a listener may prevent it at each step. */
  quit(): void {
    if (this.isQuitting) return
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.isQuitting = true
    if (!this.closeWindows()) {
      this.isQuitting = false
      return
    }
    const will = preventable({})
    this.emit('will-quit', will)
    if (will.defaultPrevented) {
      this.isQuitting = false
      return
    }
    this.emit('quit', preventable({}), 0)
    this.exit(0)
  }

  /** Ends the process at once, without asking. */
  exit(exitCode = 0): void {
    this.releaseSingleInstanceLock()
    this.onQuit(exitCode)
  }

  /**
   * For BrowserWindow: without a listener the app quits, as in Electron. Where a person has closed the last window
   * it quits in any case: there is no dock to open another from.
   */
  allWindowsClosed(): void {
    if (this.isQuitting) return
    const heard = this.emit('window-all-closed')
    if (!heard || options.dialogs === 'person') this.quit()
  }

  /** For main-host.ts, once the browser is there. */
  markReady(): void {
    if (browserIfRunning() === undefined) throw new Error('the app cannot be ready before its browser')
    this.isNowReady = true
    this.emit('ready', preventable({}), {})
    this.becomeReady()
  }
}

export const app = strictly('app', new App())
