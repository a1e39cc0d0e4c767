import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { pictureType } from '../formats/picture-type.ts'
import type { AssetBytes } from '../store/assets.ts'
import { ASSET_POLICY, ORIGINAL_POLICY, WINDOW_POLICY } from './content-policy.ts'
import { APP_SCHEME, BOOK_HOST, ORIGINALS_PATH, WINDOW_HOST } from './origin.ts'
import type { OriginalPages } from './original-pages.ts'
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

/** The picture of that SHA-256 in the open library, with its type by its own first bytes; nothing else is served. */
export type AssetOf = (sha256: string) => Promise<AssetBytes | undefined>

const ASSET = /^\/asset\/([0-9a-f]{64})$/

async function assetResponse(assetOf: AssetOf, sha256: string): Promise<Response> {
  const asset = await assetOf(sha256)
  if (asset === undefined || pictureType(asset.bytes) !== asset.mediaType) return notFound()
  return new Response(new Uint8Array(asset.bytes), {
    headers: {
      'content-type': asset.mediaType,
      // Opened as a page of its own it could still do nothing.
      'content-security-policy': ASSET_POLICY,
      'x-content-type-options': 'nosniff',
      // What has this name never changes; it is gone from memory with the window.
      'cache-control': 'private, max-age=86400, immutable',
    },
  })
}

/** A kept original on show; what it was before `safePage` is served to nobody. */
function originalResponse(pages: OriginalPages, pathname: string): Response {
  const html = pages.at(pathname)
  if (html === undefined) return notFound()
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': ORIGINAL_POLICY,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}

/** Must run before the app is ready: Electron fixes the privileges of schemes then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Answers `app:` in one session: the window's files from `folder`, the books that are being printed, to both the pictures of
 * the open library, and the originals on show.
 */
export function serveApp(session: Session, folder: string, assetOf: AssetOf, originals: OriginalPages): void {
  session.protocol.handle(APP_SCHEME, async request => {
    const url = new URL(request.url)
    if (request.method !== 'GET') return notFound()
    const asset = url.host === WINDOW_HOST || url.host === BOOK_HOST ? ASSET.exec(url.pathname) : null
    if (asset !== null) return assetResponse(assetOf, asset[1] ?? '')
    const isOriginal = url.host === WINDOW_HOST && url.pathname.startsWith(ORIGINALS_PATH)
    if (isOriginal) return originalResponse(originals, url.pathname)
    if (url.host === WINDOW_HOST) return windowFile(folder, url.pathname)
    if (url.host === BOOK_HOST) return (await bookResponse(url)) ?? notFound()
    return notFound()
  })
}
