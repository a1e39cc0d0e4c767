import { readFile, stat } from 'node:fs/promises'
import { extractPasted } from '../core/extract/pipeline.ts'
import { readPlainText } from '../formats/plain-text.ts'
import type { FileOutcome, Tasks } from './tasks.ts'

/** No article is larger; a larger text is a log or a dump, and reading it would stall the queue. */
const MOST_BYTES = 32 * 1024 * 1024

/** Reads the bytes of a plain-text file as if its text had been pasted. */
export function extractBytes({ bytes, clippedAt }: Tasks['extract-bytes']['input']): FileOutcome {
  if (bytes.byteLength > MOST_BYTES) return { kind: 'failed', reason: 'too-large' }
  const text = readPlainText(bytes)
  if (!text.ok) return { kind: 'failed', reason: text.error }
  return { kind: 'read', bytes, extraction: extractPasted(text.value, { clippedAt }) }
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
