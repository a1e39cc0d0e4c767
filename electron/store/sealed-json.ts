import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { z } from 'zod'

/**
 * The first key of a file that says by itself whether it is as it was written: the CRC-32 (that of ZIP and gzip) of
 * the bytes after its own line. A value that a failing disk changed is then damage, and never passes for the value.
 */
export const sealSchema = z.object({ crc: z.string().regex(/^[0-9a-f]{8}$/) })

const OPENING = '{\n  "crc": "'
const DIGITS = 8
const CLOSING = '",\n'
const LENGTH = OPENING.length + DIGITS + CLOSING.length

const checksum = (bytes: Uint8Array | string): string => crc32(bytes).toString(16).padStart(DIGITS, '0')

/** The record as the library keeps it, two spaces and one newline at the end, with its checksum as its first key. Throws for what is no record. */
export function sealedJsonBytes(record: unknown): Uint8Array {
  const text = JSON.stringify(record, null, 2)
  if (!text.startsWith('{\n')) throw new Error('only a record with a key can be sealed')
  const body = Buffer.from(`${text.slice(2)}\n`)
  return Buffer.concat([Buffer.from(`${OPENING}${checksum(body)}${CLOSING}`), body])
}

/** True where the bytes have no checksum, as those of version 2, or the one that they should have. */
export function isIntact(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(LENGTH, bytes.length)).toString('latin1')
  if (!head.startsWith(OPENING)) return true
  const stated = head.slice(OPENING.length, OPENING.length + DIGITS)
  return head.endsWith(CLOSING) && checksum(bytes.subarray(LENGTH)) === stated
}
