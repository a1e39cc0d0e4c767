import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { WINDOW_POLICY } from './content-policy.ts'
import { APP_SCHEME, BOOK_HOST, WINDOW_HOST } from './origin.ts'
import { bookResponse } from './pdf/book-protocol.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const notFound = () => new Response('not found', { status: 404 })

/** A file of the built window. Only types that we ship are served, and never from outside `folder`. */
async function windowFile(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, decodeURIComponent(pathname)))
  const mediaType = MEDIA_TYPES[extname(path)]
  if (!path.startsWith(folder + sep) || mediaType === undefined) return notFound()
  try {
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        'content-type': mediaType,
        'content-security-policy': WINDOW_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return notFound()
    throw error
  }
}

/** Must run before the app is ready: Electron fixes the privileges of schemes then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app:` in one session: the window's files from `folder`, and the books that are being printed. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async request => {
    const url = new URL(request.url)
    if (request.method !== 'GET') return notFound()
    if (url.host === WINDOW_HOST) return windowFile(folder, url.pathname)
    if (url.host === BOOK_HOST) return (await bookResponse(url)) ?? notFound()
    return notFound()
  })
}
