import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Book } from '../../core/export/book/book.ts'
import { BOOK_POLICY } from '../content-policy.ts'
import { APP_SCHEME, BOOK_HOST } from '../origin.ts'

/** Beside the window's own files, which have the common style sheet and its typefaces. */
const ASSETS = join(import.meta.dirname, '../renderer/assets')
const ASSET = /^\/assets\/([\w.-]+\.(css|woff2))$/

/** The books that are being printed, by the name in their address. */
const books = new Map<string, Book>()
let last = 0

/** Puts a book where {@link bookResponse} finds it. `close` takes it away; after that its address answers nothing. */
export function shelve(book: Book): { readonly url: string; close(): void } {
  const name = String(++last)
  books.set(name, book)
  return {
    url: `${APP_SCHEME}://${BOOK_HOST}/${name}/index.html`,
    close: () => {
      books.delete(name)
    },
  }
}

/** What an `app://book/` address holds: a shelved book's files, or the style sheet and typefaces of all books. */
export async function bookResponse({ pathname }: URL): Promise<Response | undefined> {
  const asset = ASSET.exec(pathname)
  if (asset !== null) return assetResponse(asset[1] ?? '', asset[2] === 'css' ? 'text/css' : 'font/woff2')
  const [, name = '', file] = pathname.split('/')
  const book = books.get(name)
  if (book === undefined) return undefined
  if (file === 'index.html') return answer(book.html, 'text/html; charset=utf-8')
  if (file === 'pages.css') return answer(book.pageRules, 'text/css; charset=utf-8')
  return undefined
}

async function assetResponse(name: string, mediaType: string): Promise<Response | undefined> {
  try {
    return answer(new Uint8Array(await readFile(join(ASSETS, name))), mediaType)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const answer = (body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response =>
  new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': BOOK_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
