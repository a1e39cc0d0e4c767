import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { linesOf } from '../core/body/text.ts'
import { articleMarkdown } from '../core/export/markdown/article.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { DEFAULT_SETTINGS, languageOf } from '../core/model/settings.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { newClipping } from '../store/keep-clipping.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { extractBytes } from '../work/extract-file.ts'
import type { FileOutcome } from '../work/tasks.ts'

/** One document read, in the records of the library; `text` is the body one block a line, `ms` CPU time. */
export interface ReadDocument {
  readonly clipping: Clipping
  readonly article: Article
  readonly text: string
  readonly markdown: string
  readonly ms: number
}

const REASONS = {
  empty: 'the file has no text',
  'not-text': 'neither a web page nor plain text',
  'saved-page': 'a web page whose markup cannot be read; open it in a browser, select all, copy, and paste',
  'too-large': 'larger than 32 MB',
} as const

/** Why a file was not read, in a user's words. */
export const readingReason = (failed: Extract<FileOutcome, { kind: 'failed' }>): string =>
  failed.reason === 'unreadable' ? unreadable(failed.detail ?? '') : REASONS[failed.reason]

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

/** Reads bytes as one web page or text. */
export function readDocument(bytes: Uint8Array, name: string): Result<ReadDocument, string> {
  const before = process.cpuUsage()
  const now = systemClock.now()
  const at = new Date(now).toISOString()
  const read = extractBytes({ bytes, clippedAt: at })
  if (read.kind === 'failed') return fail(readingReason(read))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { clipping, article } = newClipping(read.extraction, {
    id: uuidIdentifiers.next(now),
    at,
    originals: [{ sha256, mediaType: read.mediaType, byteLength: bytes.byteLength, name }],
  })
  const spent = process.cpuUsage(before)
  return ok({
    clipping,
    article,
    text: linesOf(article.body).join('\n'),
    markdown: articleMarkdown(clipping, article, {
      language: languageOf(DEFAULT_SETTINGS, [clipping.language]),
    }),
    ms: (spent.user + spent.system) / 1000,
  })
}

export async function readDocumentFile(path: string): Promise<Result<ReadDocument, string>> {
  try {
    return readDocument(new Uint8Array(await readFile(path)), basename(path))
  } catch (error) {
    return fail(readingFailure(error))
  }
}
