import { readFile, stat } from 'node:fs/promises'
import { extractHtml } from '../core/extract/html/pipeline.ts'
import { extractPasted } from '../core/extract/pipeline.ts'
import { looksLikeHtml, readHtml } from '../formats/html.ts'
import { htmlTools } from '../formats/html-tools.ts'
import { readPlainText } from '../formats/plain-text.ts'
import type { FileOutcome, Tasks } from './tasks.ts'

/** No article is larger; a larger text is a log or a dump, and reading it would stall the queue. */
const MOST_BYTES = 32 * 1024 * 1024

/** Reads a file by what it holds, whatever it is called: a saved web page, or plain text as if it had been pasted. */
export function extractBytes({ bytes, clippedAt }: Tasks['extract-bytes']['input']): FileOutcome {
  if (bytes.byteLength > MOST_BYTES) return { kind: 'failed', reason: 'too-large' }
  const page = readHtml(bytes)
  if (page.ok && looksLikeHtml(page.value.html)) {
    const extraction = extractHtml(page.value, { clippedAt, tools: htmlTools })
    const { body, setAside } = extraction.article
    if (body.children.length === 0 && setAside.length === 0) return { kind: 'failed', reason: 'empty' }
    return { kind: 'read', bytes, mediaType: 'text/html', extraction }
  }
  const text = readPlainText(bytes)
  if (!text.ok) return { kind: 'failed', reason: text.error }
  return {
    kind: 'read',
    bytes,
    mediaType: 'text/plain',
    extraction: extractPasted(text.value, { clippedAt }),
  }
}

/** The same for a file on the disk; every failure is a reason, none is thrown. */
export async function extractFile({ path, clippedAt }: Tasks['extract-file']['input']): Promise<FileOutcome> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return { kind: 'failed', reason: 'too-large' }
    return extractBytes({ bytes: new Uint8Array(await readFile(path)), clippedAt })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { kind: 'failed', reason: 'unreadable', detail: String(error.code) }
  }
}
