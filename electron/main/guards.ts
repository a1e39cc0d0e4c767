import { app, type Session, type WebContents } from 'electron'
import { APP_SCHEME, ORIGINALS_URL } from './origin.ts'

const LOCAL_SCHEMES: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'data:', 'blob:'])

/**
 * Refuses every request of a session that would leave the machine, every permission, every device and every
 * download. Install it once a session: `webRequest` keeps only the last listener.
 */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, done) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : ''
    done({ cancel: !LOCAL_SCHEMES.has(scheme) })
  })
  session.setPermissionRequestHandler((_contents, _permission, done) => done(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // The spell checker fetches its dictionaries from a server.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => event.preventDefault())
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // `will-navigate` fires for the main frame only; this one covers every frame.
  contents.on('will-frame-navigate', event => {
    const isOriginal = !event.isMainFrame && event.url.startsWith(ORIGINALS_URL)
    if (!isOriginal) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
}

/** Guards every page that is ever created, before it loads anything. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
