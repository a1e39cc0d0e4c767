import { schemeOf, toAppUrl, toBrowserPolicy, toBrowserUrl } from '../browser/app-url.ts'
import type { PausedRequest, RequestDecision } from '../browser/page.ts'
import type { RequestRecord } from '../control.ts'
import { appSchemes, recorded } from '../runtime.ts'
import type { Session } from './session.ts'
import type { WebContents } from './web-contents.ts'

type ResourceType = Electron.OnBeforeRequestListenerDetails['resourceType']

const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

let lastId = 0

/** Asks the app's onBeforeRequest, as Electron does for every request of a page. */
async function isRefused(
  contents: WebContents,
  asked: { url: string; method: string; resourceType: ResourceType; referrer: string },
): Promise<boolean> {
  const details = {
    ...asked,
    id: ++lastId,
    webContentsId: contents.id,
    webContents: contents as unknown as Electron.WebContents,
    frame: contents.mainFrame,
    timestamp: Date.now(),
    uploadData: [],
  }
  return await contents.ownSession.requests.refuses(details)
}

function note(
  contents: WebContents,
  asked: Omit<RequestRecord, 'page' | 'outcome'>,
  outcome: RequestRecord['outcome'],
) {
  const { url, method, resourceType } = asked
  recorded.requests.push({ url, method, resourceType, page: contents.getURL(), outcome })
}

/** What a request that cannot be held would have met in Electron. */
export async function noteUnheld(contents: WebContents, url: string, type: string): Promise<void> {
  const asked = { url, method: 'GET', resourceType: RESOURCE_TYPES[type] ?? 'other', referrer: '' } as const
  note(contents, asked, (await isRefused(contents, asked)) ? 'refused' : 'stopped')
}

function toRequest(paused: PausedRequest, url: string): Request {
  const { method, headers, postDataEntries } = paused.request
  const own = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') own.set(name, toAppUrl(value, appSchemes))
  }
  const parts = (postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))
  const body = method === 'GET' || method === 'HEAD' || parts.length === 0 ? null : Buffer.concat(parts)
  return new Request(url, { method, headers: own, body })
}

function toBrowserHeader(name: string, value: string): string {
  if (name.startsWith('content-security-policy')) return toBrowserPolicy(value, appSchemes)
  if (name === 'location' || name === 'access-control-allow-origin') {
    // A bare origin has no slash at its end.
    return toBrowserUrl(value, appSchemes).replace(/\/$/, value.endsWith('/') ? '/' : '')
  }
  return value
}

async function ask(session: Session, paused: PausedRequest, url: string): Promise<RequestDecision> {
  const handler = session.protocols.handlerOf(schemeOf(url))
  if (handler === undefined) return { kind: 'fail', reason: 'AddressUnreachable' }
  let response: Response
  try {
    response = await handler(toRequest(paused, url) as Parameters<typeof handler>[0])
  } catch (error) {
    console.error(`The handler of ${url} has failed:`, error)
    return { kind: 'fail', reason: 'Failed' }
  }
  if (response.type === 'error') return { kind: 'fail', reason: 'Failed' }
  return {
    kind: 'answer',
    status: response.status,
    headers: [...response.headers].map(([name, value]) => ({ name, value: toBrowserHeader(name, value) })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  }
}

/**
 * Answers a page's request, or refuses it: first the app's onBeforeRequest, then its protocol handler. A request
 * for anything else is stopped here, whatever the app says, and the record tells that it would have got out.
 */
export async function decide(contents: WebContents, paused: PausedRequest): Promise<RequestDecision> {
  const url = toAppUrl(paused.request.url, appSchemes)
  // A browser asks for a site's icon by itself; Electron, having no tabs, does not.
  if (paused.resourceType === 'Other' && url.endsWith('/favicon.ico')) {
    return { kind: 'answer', status: 204, headers: [], body: '' }
  }
  const isDocument = paused.resourceType === 'Document'
  const isMain = isDocument && paused.frameId === contents.mainFrameId
  const resourceType = isMain
    ? 'mainFrame'
    : isDocument
      ? 'subFrame'
      : (RESOURCE_TYPES[paused.resourceType] ?? 'other')
  const referrer = toAppUrl(paused.request.headers['Referer'] ?? '', appSchemes)
  const asked = { url, method: paused.request.method, resourceType, referrer } as const
  if (await isRefused(contents, asked)) {
    note(contents, asked, 'refused')
    return { kind: 'fail', reason: 'BlockedByClient' }
  }
  if (!appSchemes.has(schemeOf(url))) {
    note(contents, asked, 'stopped')
    return { kind: 'fail', reason: 'InternetDisconnected' }
  }
  note(contents, asked, 'answered')
  return await ask(contents.ownSession, paused, url)
}
