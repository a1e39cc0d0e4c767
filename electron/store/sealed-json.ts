import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { madeInTurns } from './in-turns.ts'
import { jsonPieces } from './json-pieces.ts'

/**
 * The first key of a file that says by itself whether it is as it was written: the CRC-32 (that of ZIP and gzip) of
 * the bytes after its own line. A value that a failing disk changed is then damage, and never passes for the value.
 */
export const sealSchema = z.object({ crc: z.string().regex(/^[0-9a-f]{8}$/) })

const OPENING = '{\n  "crc": "'
const DIGITS = 8
const CLOSING = '",\n'
const LENGTH = OPENING.length + DIGITS + CLOSING.length

const START = '{\n'

const hex = (crc: number): string => crc.toString(16).padStart(DIGITS, '0')

const checksum = (bytes: Uint8Array | string): string => hex(crc32(bytes))

/**
 * The record as the library keeps it, two spaces and one newline at the end, with its checksum as its first key.
 * Throws for what is no record.
 */
export function sealedJsonBytes(record: unknown): Uint8Array {
  const text = JSON.stringify(record, null, 2)
  if (!text.startsWith(START)) throw new Error('only a record with a key can be sealed')
  const body = Buffer.from(`${text.slice(START.length)}\n`)
  return Buffer.concat([Buffer.from(`${OPENING}${checksum(body)}${CLOSING}`), body])
}

/** The bytes of {@link sealedJsonBytes}, made in turns: a record may list tens of thousands of clippings. */
export async function sealedJsonInTurns(record: unknown): Promise<Uint8Array> {
  let crc = 0
  function* body(): Generator<Uint8Array> {
    let skipped = START
    for (const text of withNewline(jsonPieces(record))) {
      if (!text.startsWith(skipped)) throw new Error('only a record with a key can be sealed')
      const bytes = Buffer.from(text.slice(skipped.length))
      skipped = ''
      crc = crc32(bytes, crc)
      yield bytes
    }
  }
  const pieces = await madeInTurns(body())
  return Buffer.concat([Buffer.from(`${OPENING}${hex(crc)}${CLOSING}`), ...pieces])
}

function* withNewline(pieces: Iterable<string>): Generator<string> {
  yield* pieces
  yield '\n'
}

/** True where the bytes have no checksum, as those of version 2, or the one that they should have. */
export function isIntact(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(LENGTH, bytes.length)).toString('latin1')
  if (!head.startsWith(OPENING)) return true
  const stated = head.slice(OPENING.length, OPENING.length + DIGITS)
  return head.endsWith(CLOSING) && checksum(bytes.subarray(LENGTH)) === stated
}
