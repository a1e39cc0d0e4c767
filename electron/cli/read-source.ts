import { linesOf } from '../core/body/text.ts'
import { articleMarkdown } from '../core/export/markdown/article.ts'
import type { Article } from '../core/model/article.ts'
import type { Body } from '../core/model/body.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { ImportReason } from '../core/model/import-ledger.ts'
import { DEFAULT_SETTINGS, languageOf } from '../core/model/settings.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { fileInMemory } from '../formats/import-file.ts'
import { newClipping } from '../store/keep-clipping.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { readWhole, readWholeAt } from '../work/import-reading.ts'
import type { ReadItem } from '../work/read-item.ts'

/**
 * One document read, in the records of the library; `text` is the body one block a line, `ms` CPU time. The markup
 * of a web page tells captions from text: they are in `article.figures` and not in `text`.
 */
export interface ReadDocument {
  readonly clipping: Clipping
  readonly article: Article
  readonly text: string
  readonly markdown: string
  readonly ms: number
}

const REASONS = {
  empty: 'the file has no text',
  'no-text': 'the file has no text',
  'only-a-list': 'only lists articles that are in files of their own',
  'not-recognised': 'neither a web page nor plain text, nor another format that can be read',
  damaged: 'damaged or cut off',
  encrypted: 'encrypted',
  'too-large': 'larger than can be read',
  unsafe: 'not safe to unpack',
  'timed-out': 'took too long to read',
  crashed: 'ended the program that read it',
} as const

/** Why an item was not read, in a user's words; `detail` is the code of the operating system's error. */
export const readingReason = (reason: ImportReason, detail?: string): string =>
  reason === 'unreadable' ? unreadable(detail ?? '') : REASONS[reason]

function unreadable(code: string): string {
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EISDIR') return 'is a folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  return `cannot be read (${code})`
}

/** The same for an error of the operating system; any other error is a bug and is thrown on. */
export function readingFailure(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error
  return unreadable(String(error.code))
}

const withoutFigures = (body: Body): Body => ({
  ...body,
  children: body.children.filter(block => block.tagName !== 'figure'),
})

function documentOf(item: ReadItem, at: string, ms: number): ReadDocument {
  const { bytes, mediaType, name, sha256 } = item.original
  const { clipping, article } = newClipping(item.extraction, {
    id: uuidIdentifiers.next(Date.parse(at)),
    at: item.clippedAt ?? at,
    originals: [{ sha256, mediaType, byteLength: bytes.byteLength, name }],
    url: item.url,
  })
  return {
    clipping,
    article,
    text: linesOf(mediaType.startsWith('text/html') ? withoutFigures(article.body) : article.body).join('\n'),
    markdown: articleMarkdown(clipping, article, {
      language: languageOf(DEFAULT_SETTINGS, [clipping.language]),
    }),
    ms,
  }
}

type ReadAll = (clippedAt: string) => ReturnType<typeof readWhole>

async function read(readAll: ReadAll): Promise<Result<ReadDocument, string>[]> {
  const before = process.cpuUsage()
  const at = new Date(systemClock.now()).toISOString()
  const items = await readAll(at)
  const spent = process.cpuUsage(before)
  const ms = (spent.user + spent.system) / 1000 / Math.max(1, items.length)
  return items.map(item =>
    item.ok ? ok(documentOf(item.value, at, ms)) : fail(readingReason(item.error.reason, item.error.detail)),
  )
}

/** Reads bytes as a file of that name: all the documents in it. */
export const readDocuments = (bytes: Uint8Array, name: string): Promise<Result<ReadDocument, string>[]> =>
  read(at => readWhole(fileInMemory(name, bytes), at))

/** The same for a file on the disk. */
export const readDocumentsAt = (path: string): Promise<Result<ReadDocument, string>[]> =>
  read(at => readWholeAt(path, at))
