/** The Castagnoli polynomial of RFC 3720 (appendix B.4), bits reversed. */
const POLYNOMIAL = 0x82f63b78

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  return crc
})

/** CRC-32C of the parts one after the other, unsigned. Node's own `zlib.crc32` has another polynomial. */
export function crc32c(...parts: readonly Uint8Array[]): number {
  let crc = -1
  // Indexed, because iterating is four times slower and this runs over every byte of the journal.
  for (const part of parts)
    for (let index = 0; index < part.length; index++)
      crc = (TABLE[(crc ^ (part[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
