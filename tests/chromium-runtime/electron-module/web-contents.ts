import { existsSync } from 'node:fs'
import { toAppUrl, toBrowserUrl } from '../browser/app-url.ts'
import { Page, type PageDelegate, type PausedRequest, type RequestDecision } from '../browser/page.ts'
import type { FromPage } from '../page/ipc-renderer.ts'
import { NotImplemented, onlyOptions, strictly } from '../refuse.ts'
import { appSchemes, recorded } from '../runtime.ts'
import { preventable, StrictEmitter } from '../strict-emitter.ts'
import { decode, encode } from '../wire.ts'
import { invoke } from './ipc-main.ts'
import { nativeTheme } from './native-theme.ts'
import { print } from './print.ts'
import { printToPdf } from './print-to-pdf.ts'
import { decide, noteUnheld } from './requests.ts'
import type { Session } from './session.ts'

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-attach-webview',
  'did-navigate',
  'did-navigate-in-page',
  'did-finish-load',
  'dom-ready',
  'render-process-gone',
  'destroyed',
] as const

type EditCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type UnhandledKey = Extract<FromPage, { kind: 'key' }>

export interface WebContentsOptions {
  readonly preload: string | undefined
  readonly javascript: boolean
  readonly visible: boolean
  readonly width: number
  readonly height: number
  readonly session: Session
}

const all = new Map<number, WebContents>()
let lastId = 0

/** Every page that is alive, in the order in which they were created. */
export const allWebContents = (): WebContents[] => [...all.values()]

/** The contents of one page of the browser. */
export class WebContents
  extends StrictEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'mainFrame'
      | 'send'
      | 'getURL'
      | 'isDestroyed'
      | 'loadURL'
      | 'close'
      | 'executeJavaScript'
      | 'printToPDF'
      | 'print'
      | 'startDrag'
      | 'setWindowOpenHandler'
      | 'reload'
      | 'forcefullyCrashRenderer'
      | EditCommand
    >
{
  readonly id: number
  readonly ownSession: Session
  readonly mainFrame: Electron.WebFrameMain
  /** Called for a key press that the page left alone; the window's menu takes it. */
  onUnhandledKey: (key: UnhandledKey) => void = () => undefined
  private readonly options: WebContentsOptions
  private readonly self: WebContents
  private readonly opening: Promise<Page>
  private page: Page | undefined
  private url = ''
  private destroyed = false
  /** The document that the app itself asked for: `will-navigate` is not for those. */
  private expected: string | undefined
  private openHandler: OpenHandler | undefined

  constructor(options: WebContentsOptions) {
    super('webContents', EVENTS)
    this.id = ++lastId
    this.options = options
    this.ownSession = options.session
    this.self = strictly('webContents', this)
    const url = () => this.url
    this.mainFrame = strictly('webFrameMain', {
      get url() {
        return url()
      },
      get origin() {
        return url() === '' ? 'null' : originOf(url())
      },
      parent: null,
    }) as unknown as Electron.WebFrameMain
    all.set(this.id, this.self)
    this.opening = this.open()
    // Whoever needs the page awaits it and gets the error; nobody may have by the time it fails.
    this.opening.catch(() => undefined)
    // biome-ignore lint/correctness/noConstructorReturn: the app must only ever hold the strict view
    return this.self
  }

  get session(): Electron.Session {
    return this.ownSession as unknown as Electron.Session
  }

  get mainFrameId(): string | undefined {
    return this.page?.targetId
  }

  private async open(): Promise<Page> {
    const browserContextId = await this.ownSession.contextId()
    const page = await Page.open({ ...this.options, browserContextId }, this.delegate())
    this.page = page
    await this.applyColorScheme()
    return page
  }

  private delegate(): PageDelegate {
    const { self } = this
    return {
      message: message => void this.receive(message),
      request: (paused, isPageInitiated) => this.request(paused, isPageInitiated),
      unheld: (url, type) => void noteUnheld(self, url, type),
      navigated: url => {
        this.url = toAppUrl(url, appSchemes)
        self.emit('did-navigate', preventable({}), this.url, 200, 'OK')
      },
      navigatedInPage: url => {
        this.url = toAppUrl(url, appSchemes)
        self.emit('did-navigate-in-page', preventable({}), this.url, true, 1, 1)
      },
      domReady: () => self.emit('dom-ready', preventable({})),
      loaded: () => self.emit('did-finish-load', preventable({})),
      windowOpen: (url, frameName) => this.windowOpen(url, frameName),
      crashed: () => self.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }),
      closed: () => this.destroy(),
    }
  }

  private async receive(message: FromPage & { href: string }): Promise<void> {
    if (message.kind === 'key') {
      this.onUnhandledKey(message)
      return
    }
    this.url = toAppUrl(message.href, appSchemes)
    const { id, channel } = message
    const event = strictly('IpcMainInvokeEvent', {
      type: 'frame',
      sender: this.self,
      senderFrame: this.mainFrame,
      processId: 1,
      frameId: 1,
    }) as unknown as Electron.IpcMainInvokeEvent
    try {
      const value = await invoke(event, channel, decode(message.args) as unknown[])
      this.page?.deliver({ kind: 'result', id, ok: true }, encode(value))
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this.page?.deliver({ kind: 'result', id, ok: false, error: String(error) })
    }
  }

  private async request(
    paused: PausedRequest,
    isPageInitiated: () => Promise<boolean>,
  ): Promise<RequestDecision> {
    if (paused.resourceType === 'Document') {
      const isMainFrame = paused.frameId === this.mainFrameId
      const expected = isMainFrame && paused.request.url === this.expected
      if (expected) this.expected = undefined
      if (!expected && (await isPageInitiated()) && this.isNavigationPrevented(paused, isMainFrame)) {
        return { kind: 'fail', reason: 'Aborted' }
      }
      if (isMainFrame) await this.ownSession.settlePermissions(this.asElectron(), paused.request.url)
    }
    return await decide(this.self, paused)
  }

  private isNavigationPrevented(paused: PausedRequest, isMainFrame: boolean): boolean {
    const url = toAppUrl(paused.request.url, appSchemes)
    const details = { url, isSameDocument: false, isMainFrame, frame: isMainFrame ? this.mainFrame : null }
    const inFrame = preventable({ ...details })
    this.self.emit('will-frame-navigate', inFrame)
    if (!isMainFrame) return inFrame.defaultPrevented
    const inMain = preventable({ ...details })
    this.self.emit('will-navigate', inMain, url, false, true, 1, 1)
    return inFrame.defaultPrevented || inMain.defaultPrevented
  }

  private windowOpen(browserUrl: string, frameName: string): void {
    const url = toAppUrl(browserUrl, appSchemes)
    if (this.openHandler === undefined) {
      throw new NotImplemented(`a window opened by a page without setWindowOpenHandler (${url})`)
    }
    const { action } = this.openHandler({
      url,
      frameName,
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: this.url, policy: 'default' },
    })
    if (action !== 'deny') throw new NotImplemented(`setWindowOpenHandler with action "${action}"`)
  }

  private destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    all.delete(this.id)
    this.self.emit('destroyed')
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  getURL(): string {
    return this.url
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  async loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    onlyOptions('loadURL', options, [])
    const page = await this.opening
    const target = toBrowserUrl(url, appSchemes)
    this.expected = target.replace(/#.*$/, '')
    const failure = await page.navigate(target)
    if (failure === undefined) return
    const code = failure.replace(/^net::/, '')
    throw Object.assign(new Error(`${code} loading '${url}'`), { code, url })
  }

  reload(): void {
    this.expected = toBrowserUrl(this.url, appSchemes).replace(/#.*$/, '')
    void this.opening.then(page => page.devtools.send('Page.reload', {})).catch(() => undefined)
  }

  /** The page's process ends as by a fault of its own; `render-process-gone` follows. */
  forcefullyCrashRenderer(): void {
    // The answer never comes: whoever would give it is gone.
    void this.opening.then(page => page.devtools.send('Page.crash')).catch(() => undefined)
  }

  send(channel: string, ...args: unknown[]): void {
    const content = encode(args)
    this.page?.deliver({ kind: 'message', channel }, content)
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (!this.options.javascript)
      throw new NotImplemented('webContents.executeJavaScript with javascript: false')
    const page = await this.opening
    const { result, exceptionDetails } = await page.devtools.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails === undefined) return result.value
    throw new Error(exceptionDetails.exception?.description?.split('\n')[0] ?? exceptionDetails.text)
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.opening
    return await printToPdf(page.devtools, options)
  }

  print(
    options: Electron.WebContentsPrintOptions,
    callback: (success: boolean, failureReason: string) => void,
  ): void {
    this.opening
      .then(page => print(page.devtools, options))
      .then(
        ({ success, reason }) => callback(success, reason),
        error => callback(false, String(error)),
      )
  }

  /** Nothing leaves the window: what would is recorded. As in Electron, the files and the picture have to be there. */
  startDrag({ files = [], icon }: Electron.Item): void {
    if (typeof icon !== 'string') throw new NotImplemented('webContents.startDrag with an image')
    for (const path of [...files, icon])
      if (!existsSync(path)) throw new Error(`there is nothing to drag at ${path}`)
    recorded.drags.push({ files, icon })
  }

  /** The editing commands are Chromium's own; the page sees a key press of no key with each. */
  private async edit(command: EditCommand): Promise<void> {
    const page = await this.opening
    await page.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
    await page.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp' })
  }

  private startEdit(command: EditCommand): void {
    this.edit(command).catch(error => console.error(`webContents.${command} has failed:`, error))
  }

  undo(): void {
    this.startEdit('undo')
  }

  redo(): void {
    this.startEdit('redo')
  }

  cut(): void {
    this.startEdit('cut')
  }

  copy(): void {
    this.startEdit('copy')
  }

  paste(): void {
    this.startEdit('paste')
  }

  selectAll(): void {
    this.startEdit('selectAll')
  }

  close(options?: { waitForBeforeUnload: boolean }): void {
    onlyOptions('webContents.close', options, [])
    void this.opening.then(page => page.close()).catch(() => this.destroy())
  }

  /** For the window: the page, once it is open. */
  whenOpen(): Promise<Page> {
    return this.opening
  }

  async applyColorScheme(): Promise<void> {
    const value = nativeTheme.forPages ?? ''
    await this.page?.devtools
      .send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => undefined)
  }

  private asElectron(): Electron.WebContents {
    return this.self as unknown as Electron.WebContents
  }
}

function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url)
  return appSchemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin
}

nativeTheme.on('updated', () => {
  for (const contents of all.values()) void contents.applyColorScheme()
})
