import { browser } from '../runtime.ts'
import type { DevtoolsSession } from './devtools.ts'
import { openHiddenTarget } from './targets.ts'

const ORIGIN = 'https://clipboard.chromium-runtime.invalid'

/**
 * A page of nobody's, through which the main process reaches the browser's clipboard: Chromium gives the
 * clipboard to pages only. It has an origin of its own, so the app's pages get no permission by it.
 */
export async function openClipboardPage(): Promise<DevtoolsSession> {
  const { devtools } = browser()
  const { sessionId } = await openHiddenTarget()
  const session = devtools.session(sessionId)
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }]
    void session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body: '' })
  })
  const loaded = new Promise<void>(resolve => {
    session.on('Page.loadEventFired', () => resolve())
  })
  for (const name of ['clipboard-read', 'clipboard-write']) {
    await devtools.browser.send('Browser.setPermission', {
      permission: { name },
      setting: 'granted',
      origin: ORIGIN,
    })
  }
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  await session.send('Page.enable', {})
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await session.send('Page.navigate', { url: `${ORIGIN}/` })
  await loaded
  return session
}
