import { toAppUrl } from '../browser/app-url.ts'
import { NotImplemented, onlyOptions, strictly } from '../refuse.ts'
import { appSchemes, browser } from '../runtime.ts'
import { StrictEmitter } from '../strict-emitter.ts'
import { ProtocolOfSession } from './protocol.ts'

type RequestListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DevicePermission = Parameters<Electron.Session['setDevicePermissionHandler']>[0]

/** Chromium's name of each permission that a page can ask for, and Electron's. */
const PERMISSIONS = {
  camera: 'media',
  microphone: 'media',
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'display-capture': 'display-capture',
  'idle-detection': 'idle-detection',
  'local-fonts': 'fileSystem',
  'storage-access': 'storage-access',
  'window-management': 'window-management',
} as const satisfies Record<string, Parameters<NonNullable<PermissionRequest>>[1]>

/** `<all_urls>` or a match pattern; the stand-in knows no other filter. */
function matches(url: string, filter: Electron.WebRequestFilter): boolean {
  return filter.urls.some(pattern => {
    if (pattern === '<all_urls>') return true
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${source}$`).test(url)
  })
}

class WebRequest implements Pick<Electron.WebRequest, 'onBeforeRequest'> {
  private listener: RequestListener | null = null
  private filter: Electron.WebRequestFilter = { urls: ['<all_urls>'] }

  /** As in Electron, only the last listener is kept. */
  onBeforeRequest(
    filterOrListener: Electron.WebRequestFilter | RequestListener | null,
    listener?: RequestListener | null,
  ): void {
    if (typeof filterOrListener === 'function' || filterOrListener === null) {
      this.listener = filterOrListener
      this.filter = { urls: ['<all_urls>'] }
      return
    }
    onlyOptions('webRequest.onBeforeRequest filter', filterOrListener, ['urls'])
    this.filter = filterOrListener
    this.listener = listener ?? null
  }

  /** For requests: whether the app refuses this one. */
  async refuses(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
    const { listener } = this
    if (listener === null || !matches(details.url, this.filter)) return false
    const answer = await new Promise<Electron.CallbackResponse>(resolve => listener(details, resolve))
    if (answer.redirectURL !== undefined)
      throw new NotImplemented('webRequest.onBeforeRequest with redirectURL')
    return answer.cancel === true
  }
}

export class Session
  extends StrictEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
    >
{
  readonly partition: string | undefined
  readonly protocol: Electron.Protocol
  readonly webRequest: Electron.WebRequest
  readonly requests: WebRequest
  readonly protocols: ProtocolOfSession
  private context: Promise<string | undefined> | undefined
  private permissionRequest: PermissionRequest = null
  private permissionCheck: PermissionCheck = null
  private spellChecker = true

  constructor(partition: string | undefined) {
    super('session', ['will-download'])
    this.partition = partition
    this.requests = new WebRequest()
    this.webRequest = strictly('webRequest', this.requests) as unknown as Electron.WebRequest
    this.protocols = new ProtocolOfSession()
    this.protocol = strictly('session.protocol', this.protocols) as unknown as Electron.Protocol
  }

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler
  }

  setDevicePermissionHandler(handler: DevicePermission): void {
    // Pages of the stand-in never reach a device chooser, so there is nothing to ask the handler about.
    if (
      handler?.({
        deviceType: 'usb',
        origin: 'about:blank',
        device: { deviceId: '' } as Electron.USBDevice,
      }) === true
    ) {
      throw new NotImplemented('session.setDevicePermissionHandler that allows a device')
    }
  }

  setSpellCheckerEnabled(enable: boolean): void {
    if (enable) throw new NotImplemented('session.setSpellCheckerEnabled(true)')
    this.spellChecker = enable
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellChecker
  }

  /** The browser's own profile for the default session, a profile in memory for every other. */
  contextId(): Promise<string | undefined> {
    this.context ??= this.openContext()
    return this.context
  }

  private async openContext(): Promise<string | undefined> {
    const { browser: devtools } = browser().devtools
    const own =
      this.partition === undefined
        ? undefined
        : await devtools.send('Target.createBrowserContext', { disposeOnDetach: true })
    await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true, ...own })
    return own?.browserContextId
  }

  /**
   * Asks the app about every permission of an origin and tells Chromium the answers. Electron asks when the page
   * does; a browser without Electron cannot ask in between, so the stand-in asks before each document.
   */
  async settlePermissions(contents: Electron.WebContents, browserUrl: string): Promise<void> {
    const { origin } = new URL(browserUrl)
    if (origin === 'null') return
    const requestingUrl = toAppUrl(browserUrl, appSchemes)
    const browserContextId = await this.contextId()
    await Promise.all(
      Object.entries(PERMISSIONS).map(async ([name, permission]) => {
        const granted = await this.isGranted(contents, permission, requestingUrl)
        await browser().devtools.browser.send('Browser.setPermission', {
          permission: { name },
          setting: granted ? 'granted' : 'denied',
          origin,
          ...(browserContextId === undefined ? {} : { browserContextId }),
        })
      }),
    )
  }

  /** Without a handler Electron grants everything. */
  private async isGranted(
    contents: Electron.WebContents,
    permission: (typeof PERMISSIONS)[keyof typeof PERMISSIONS],
    requestingUrl: string,
  ): Promise<boolean> {
    const check = this.permissionCheck
    if (check !== null) {
      const details = { isMainFrame: true, requestingUrl } as Electron.PermissionCheckHandlerHandlerDetails
      const name = permission as Parameters<typeof check>[1]
      if (!check(contents, name, new URL(requestingUrl).origin, details)) return false
    }
    const request = this.permissionRequest
    if (request === null) return true
    const details = { isMainFrame: true, requestingUrl } as Electron.PermissionRequest
    return await new Promise(resolve => request(contents, permission, resolve, details))
  }
}

const partitions = new Map<string, Session>()
const make = (partition: string | undefined) => strictly('session', new Session(partition))

export const defaultSession = make(undefined)

export const session = strictly('session', {
  defaultSession,
  /** A partition that starts with `persist:` would be kept between runs; the stand-in has none such. */
  fromPartition(partition: string, options?: Electron.FromPartitionOptions): Session {
    onlyOptions('session.fromPartition', options, [])
    if (partition === '') return defaultSession
    if (partition.startsWith('persist:')) throw new NotImplemented(`session.fromPartition("${partition}")`)
    const known = partitions.get(partition) ?? make(partition)
    partitions.set(partition, known)
    return known
  },
})
