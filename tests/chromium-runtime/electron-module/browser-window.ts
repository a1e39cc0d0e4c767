import { allTargetsGone } from '../browser/targets.ts'
import { NotImplemented, onlyOptions, onlyValue, strictly } from '../refuse.ts'
import { browser } from '../runtime.ts'
import { preventable, StrictEmitter } from '../strict-emitter.ts'
import { app } from './app.ts'
import { runAccelerator } from './menu.ts'
import { screen } from './screen.ts'
import { defaultSession, type Session, session } from './session.ts'
import { WebContents } from './web-contents.ts'

const EVENTS = [
  'ready-to-show',
  'close',
  'closed',
  'show',
  'focus',
  'unresponsive',
  'responsive',
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
] as const

const OPTIONS = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'x',
  'y',
  'show',
  'title',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'titleBarStyle',
  'trafficLightPosition',
  'webPreferences',
] as const satisfies readonly (keyof Electron.BrowserWindowConstructorOptions)[]

const WEB_PREFERENCES = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'webviewTag',
  'spellcheck',
  'session',
  'partition',
  'javascript',
  'devTools',
  'navigateOnDragDrop',
  'webSecurity',
  'allowRunningInsecureContent',
  'images',
  'plugins',
] as const satisfies readonly (keyof Electron.WebPreferences)[]

/** What the stand-in's pages always are; anything else would be a page that it cannot give. */
function checkPreferences(preferences: Electron.WebPreferences): void {
  const call = 'BrowserWindow webPreferences'
  onlyOptions(call, preferences, WEB_PREFERENCES)
  for (const option of ['sandbox', 'contextIsolation', 'webSecurity', 'images'] as const)
    onlyValue(call, option, preferences[option], true)
  for (const option of [
    'nodeIntegration',
    'webviewTag',
    'allowRunningInsecureContent',
    'plugins',
    'navigateOnDragDrop',
  ] as const) {
    onlyValue(call, option, preferences[option], false)
  }
}

function sessionOf(preferences: Electron.WebPreferences): Session {
  if (preferences.session !== undefined) return preferences.session as unknown as Session
  return preferences.partition === undefined ? defaultSession : session.fromPartition(preferences.partition)
}

const windows: BrowserWindow[] = []
let focused: BrowserWindow | undefined

/** One window: a page of the browser, with the window's own state kept beside it. */
export class BrowserWindow
  extends StrictEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'focus'
      | 'isFocused'
      | 'isMinimized'
      | 'isVisible'
      | 'restore'
      | 'setTitle'
      | 'getTitle'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'isMaximized'
      | 'maximize'
      | 'isFullScreen'
      | 'setFullScreen'
      | 'setMenuBarVisibility'
      | 'setBackgroundColor'
      | 'id'
    >
{
  readonly id: number
  private readonly contents: WebContents
  private readonly self: BrowserWindow
  private bounds: Electron.Rectangle
  private title: string
  private visible: boolean
  private maximized = false
  private fullScreen = false
  private destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS)
    browser()
    onlyOptions('BrowserWindow', options, OPTIONS)
    const preferences = options.webPreferences ?? {}
    checkPreferences(preferences)
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    this.title = options.title ?? app.name
    this.visible = options.show ?? true
    this.self = strictly('BrowserWindow', this)
    this.contents = new WebContents({
      preload: preferences.preload,
      javascript: preferences.javascript ?? true,
      visible: this.visible,
      width: this.bounds.width,
      height: this.bounds.height,
      session: sessionOf(preferences),
    })
    this.id = this.contents.id
    this.contents.once('did-finish-load', () => this.self.emit('ready-to-show'))
    this.contents.once('destroyed', () => this.ended())
    this.contents.on('render-process-gone', (_event, details: Electron.RenderProcessGoneDetails) => {
      app.emit('render-process-gone', preventable({}), this.contents, details)
    })
    this.contents.onUnhandledKey = key => runAccelerator(key, this.self)
    windows.push(this.self)
    if (this.visible) focused = this.self
    app.emit('web-contents-created', preventable({}), this.contents)
    app.emit('browser-window-created', preventable({}), this.self)
    // biome-ignore lint/correctness/noConstructorReturn: the app must only ever hold the strict view
    return this.self
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused ?? null
  }

  static fromWebContents(contents: Electron.WebContents): BrowserWindow | null {
    return windows.find(window => (window.contents as unknown) === contents) ?? null
  }

  get webContents(): WebContents {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    return this.contents
  }

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  loadFile(): never {
    throw new NotImplemented('BrowserWindow.loadFile: pages come from a custom scheme')
  }

  show(): void {
    this.unfold()
    this.focus()
  }

  /** Without the focus, which stays where it is. */
  showInactive(): void {
    this.unfold()
  }

  private unfold(): void {
    this.visible = true
    this.self.emit('show')
    void this.webContents
      .whenOpen()
      .then(page => page.unfold())
      .catch(() => undefined)
  }

  focus(): void {
    focused = this.self
    void this.webContents
      .whenOpen()
      .then(page => page.devtools.send('Page.bringToFront'))
      .catch(() => undefined)
    this.self.emit('focus')
  }

  isFocused(): boolean {
    return focused === this.self
  }

  isVisible(): boolean {
    return this.visible
  }

  /** The stand-in's windows are never minimised. */
  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.show()
  }

  /** Asks the window to close; a listener of `close` may prevent it. */
  close(): void {
    if (this.destroyed) return
    const event = preventable({})
    this.self.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  /** Closes the window without asking. */
  destroy(): void {
    if (this.destroyed) return
    this.contents.close()
    this.ended()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  private ended(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.splice(windows.indexOf(this.self), 1)
    if (focused === this.self) focused = windows.findLast(window => window.visible)
    this.self.emit('closed')
    if (windows.length === 0) app.allWindowsClosed()
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.bounds
    this.bounds = { ...before, ...bounds }
    const { x, y, width, height } = this.bounds
    if (!this.maximized) this.resizePage(width, height)
    if (width !== before.width || height !== before.height) this.self.emit('resize')
    if (x !== before.x || y !== before.y) this.self.emit('move')
  }

  private resizePage(width: number, height: number): void {
    void this.webContents
      .whenOpen()
      .then(page => page.resize(width, height))
      .catch(() => undefined)
  }

  isMaximized(): boolean {
    return this.maximized
  }

  /** As large as the stand-in's one display. As in Electron it shows a window that was not shown. */
  maximize(): void {
    if (this.maximized) return
    this.maximized = true
    const { width, height } = screen.getPrimaryDisplay().workArea
    this.resizePage(width, height)
    this.self.emit('maximize')
    if (!this.visible) this.show()
  }

  isFullScreen(): boolean {
    return this.fullScreen
  }

  setFullScreen(fullScreen: boolean): void {
    if (this.fullScreen === fullScreen) return
    this.fullScreen = fullScreen
    this.self.emit(fullScreen ? 'enter-full-screen' : 'leave-full-screen')
  }

  /** There is no menu bar to show. */
  setMenuBarVisibility(_visible: boolean): void {}

  /** The page paints over it as soon as it is there. */
  setBackgroundColor(_color: string): void {}
}

/** For the end of the browser: closes what is left, without asking. */
export function closeEverything(): void {
  allTargetsGone()
  for (const window of [...windows]) window.destroy()
}
