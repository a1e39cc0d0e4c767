import type { FromPage, ToPage } from '../page/ipc-renderer.ts'
import { browser, options } from '../runtime.ts'
import type { DevtoolsSession, Protocol } from './devtools.ts'
import { BINDING, PRELOAD_WORLD, pageScripts, receiving } from './page-scripts.ts'
import { attach, takeTarget } from './targets.ts'

export type PausedRequest = Protocol.Fetch.requestPausedPayload

/** What a page tells its WebContents. */
export interface PageDelegate {
  message(message: FromPage & { href: string }): void
  request(paused: PausedRequest, isPageInitiated: () => Promise<boolean>): Promise<RequestDecision>
  /** A request that could not be held: a WebSocket, or one that only the browser's own wall stopped. */
  unheld(url: string, resourceType: Protocol.Network.ResourceType): void
  navigated(url: string): void
  /** The address changed within the document. */
  navigatedInPage(url: string): void
  domReady(): void
  loaded(): void
  windowOpen(url: string, frameName: string, userGesture: boolean): void
  crashed(): void
  closed(): void
}

export type RequestDecision =
  | { kind: 'answer'; status: number; headers: { name: string; value: string }[]; body: string }
  | { kind: 'fail'; reason: Protocol.Network.ErrorReason }

export interface PageOptions {
  readonly preload: string | undefined
  readonly browserContextId: string | undefined
  readonly visible: boolean
  readonly javascript: boolean
  readonly width: number
  readonly height: number
}

/** What a request fails with that passed by the interception: see the flags in chromium.ts. */
const WALL: ReadonlySet<string> = new Set(['net::ERR_PROXY_CONNECTION_FAILED', 'net::ERR_NAME_NOT_RESOLVED'])

/** How long a request for a document may wait for the page's word that it asked for it. */
const INITIATOR_MS = 250

/** One page of the browser: its worlds, its messages, and every request that it makes. */
export class Page {
  private readonly session: DevtoolsSession
  private readonly delegate: PageDelegate
  readonly targetId: string
  private world: number | undefined
  private readonly loadedDocuments = new Set<string>()
  private readonly documentWaiters = new Map<string, () => void>()
  private readonly pageInitiated = new Map<string, number>()
  private hasNavigated = false

  private constructor(session: DevtoolsSession, targetId: string, delegate: PageDelegate) {
    this.session = session
    this.targetId = targetId
    this.delegate = delegate
  }

  static async open(pageOptions: PageOptions, delegate: PageDelegate): Promise<Page> {
    const { targetId, sessionId } = await takeTarget(pageOptions)
    const session = browser().devtools.session(sessionId)
    const page = new Page(session, targetId, delegate)
    page.listen()
    await page.prepare(pageOptions)
    attach(targetId, page)
    return page
  }

  get devtools(): DevtoolsSession {
    return this.session
  }

  private listen(): void {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId
      if (context.name === PRELOAD_WORLD && frame === this.targetId) this.world = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.world) this.world = undefined
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.world = undefined
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // A document that is being replaced no longer speaks for the page.
      if (name === BINDING && executionContextId === this.world) this.delegate.message(JSON.parse(payload))
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.hasNavigated = true
      this.delegate.navigated(frame.url + (frame.urlFragment ?? ''))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.delegate.navigatedInPage(url)
    })
    session.on('Page.frameRequestedNavigation', ({ frameId }) => {
      this.pageInitiated.set(frameId, Date.now())
    })
    session.on('Page.lifecycleEvent', event => this.lifecycle(event))
    session.on('Page.windowOpen', ({ url, windowName, userGesture }) =>
      this.delegate.windowOpen(url, windowName, userGesture),
    )
    // alert() and prompt() would stop a test for ever. A person answers them in the window.
    if (options.dialogs === 'test') {
      session.on('Page.javascriptDialogOpening', () => {
        void session.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined)
      })
    }
    session.on('Inspector.targetCrashed', () => {
      this.world = undefined
      this.delegate.crashed()
    })
    this.watchNetwork(session)
  }

  /** Also for frames in a process of their own, which have a session of their own. */
  private watchNetwork(session: DevtoolsSession): void {
    session.on('Fetch.requestPaused', paused => {
      void this.decide(session, paused)
    })
    session.on('Network.webSocketCreated', ({ url }) => this.delegate.unheld(url, 'WebSocket'))
    const urls = new Map<string, string>()
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      urls.set(requestId, request.url)
    })
    session.on('Network.loadingFinished', ({ requestId }) => {
      urls.delete(requestId)
    })
    session.on('Network.loadingFailed', ({ requestId, errorText, type }) => {
      const url = urls.get(requestId)
      urls.delete(requestId)
      if (url !== undefined && WALL.has(errorText)) this.delegate.unheld(url, type)
    })
    session.on('Target.attachedToTarget', ({ sessionId }) => {
      const child = browser().devtools.session(sessionId)
      this.watchNetwork(child)
      void this.prepareNetwork(child).then(() => child.send('Runtime.runIfWaitingForDebugger'))
    })
  }

  private async prepareNetwork(session: DevtoolsSession): Promise<void> {
    const ignored = () => undefined
    await Promise.all([
      // A worker has no Fetch domain: its requests pass through the page's.
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(ignored),
      session.send('Network.enable', {}).catch(ignored),
      session
        .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
        .catch(ignored),
    ])
  }

  private async prepare(pageOptions: PageOptions): Promise<void> {
    const { session } = this
    const { mainWorld, preloadWorld } = pageScripts(pageOptions.preload)
    await Promise.all([
      this.prepareNetwork(session),
      session.send('Page.enable', {}),
      session.send('Runtime.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorld,
        worldName: PRELOAD_WORLD,
      }),
    ])
    if (!pageOptions.javascript) await session.send('Emulation.setScriptExecutionDisabled', { value: true })
    // A page without a screen is never focused by a person, and the clipboard belongs to focused pages.
    if (options.headless) await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    await this.resize(pageOptions.width, pageOptions.height)
  }

  async resize(width: number, height: number): Promise<void> {
    if (options.headless) {
      const metrics = { width, height, deviceScaleFactor: 0, mobile: false }
      await this.session.send('Emulation.setDeviceMetricsOverride', metrics)
      return
    }
    await this.setWindow({ width, height })
  }

  /** Shows a window that was opened out of sight. */
  async unfold(): Promise<void> {
    if (!options.headless) await this.setWindow({ windowState: 'normal' })
  }

  private async setWindow(bounds: Protocol.Browser.Bounds): Promise<void> {
    const { browser: devtools } = browser().devtools
    const { windowId, bounds: now } = await devtools.send('Browser.getWindowForTarget', {
      targetId: this.targetId,
    })
    // Chromium refuses to size a window that is minimised.
    if (now.windowState === 'minimized' && bounds.windowState === undefined) return
    await devtools.send('Browser.setWindowBounds', { windowId, bounds })
  }

  private lifecycle({ frameId, loaderId, name }: Protocol.Page.lifecycleEventPayload): void {
    // Enabling the events replays those of the empty page that was there before.
    if (frameId !== this.targetId || !this.hasNavigated) return
    if (name === 'DOMContentLoaded') this.delegate.domReady()
    if (name !== 'load') return
    this.loadedDocuments.add(loaderId)
    this.documentWaiters.get(loaderId)?.()
    this.delegate.loaded()
  }

  private async decide(session: DevtoolsSession, paused: PausedRequest): Promise<void> {
    const { requestId } = paused
    const decision = await this.delegate.request(paused, () => this.isPageInitiated(paused.frameId))
    const answered =
      decision.kind === 'fail'
        ? session.send('Fetch.failRequest', { requestId, errorReason: decision.reason })
        : session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: decision.status,
            responseHeaders: decision.headers,
            body: decision.body,
          })
    // The page may have gone, or have given the request up, in the meantime.
    await answered.catch(() => undefined)
  }

  /** Whether a script or a click in the page asked for this document, rather than the app or a test. */
  private async isPageInitiated(frameId: string): Promise<boolean> {
    const asked = () => Date.now() - (this.pageInitiated.get(frameId) ?? 0) < 5000
    for (let waited = 0; waited < INITIATOR_MS && !asked(); waited += 10) {
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    const initiated = asked()
    this.pageInitiated.delete(frameId)
    return initiated
  }

  /** Loads a URL; resolves when its load event has fired. The error is Chromium's own, `net::ERR_…`. */
  async navigate(url: string): Promise<string | undefined> {
    const { loaderId, errorText } = await this.session.send('Page.navigate', { url })
    if (errorText !== undefined) return errorText
    // Without a loader it was a navigation within the document.
    if (loaderId === undefined || this.loadedDocuments.has(loaderId)) return undefined
    await new Promise<void>(resolve => this.documentWaiters.set(loaderId, resolve))
    this.documentWaiters.delete(loaderId)
    return undefined
  }

  /** Hands a message and its content to the preload's world; dropped where no document is there, as in Electron. */
  deliver(message: ToPage, content?: string): void {
    if (this.world === undefined) return
    const expression = receiving(message, content)
    void this.session.send('Runtime.evaluate', { expression, contextId: this.world }).catch(() => undefined)
  }

  get preloadWorld(): number | undefined {
    return this.world
  }

  /** For targets.ts: the browser says that the page is gone. */
  gone(): void {
    this.delegate.closed()
  }

  async close(): Promise<void> {
    await browser()
      .devtools.browser.send('Target.closeTarget', { targetId: this.targetId })
      .catch(() => undefined)
  }
}
