/** The Castagnoli polynomial of RFC 3720 (appendix B.4), bits reversed. */
const POLYNOMIAL = 0x82f63b78

/** Eight bytes a step: for each place of a byte among them, what each value of it adds. */
const TABLE = new Int32Array(8 * 256)
for (let byte = 0; byte < 256; byte++) {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  TABLE[byte] = crc
}
for (let index = 256; index < TABLE.length; index++) {
  const before = at(index - 256)
  TABLE[index] = (before >>> 8) ^ at(before & 0xff)
}

function at(index: number): number {
  return TABLE[index] ?? 0
}

/** CRC-32C of the parts one after the other, unsigned. Node's own `zlib.crc32` has another polynomial. */
export function crc32c(...parts: readonly Uint8Array[]): number {
  let crc = 0
  for (const part of parts) crc = crc32cAfter(crc, part)
  return crc
}

/** That of the bytes whose own is `crc` with the part after them; 0 is that of no bytes. */
export const crc32cAfter = (crc: number, part: Uint8Array): number => ~extended(~crc, part) >>> 0

/** By "slicing-by-8" (Kounavis and Berry, 2005): this runs over every byte of the journal. */
function extended(before: number, part: Uint8Array): number {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
  const inEights = part.length - (part.length % 8)
  let crc = before
  for (let index = 0; index < inEights; index += 8) {
    const low = crc ^ view.getInt32(index, true)
    const high = view.getInt32(index + 4, true)
    crc =
      at(1792 + (low & 0xff)) ^
      at(1536 + ((low >>> 8) & 0xff)) ^
      at(1280 + ((low >>> 16) & 0xff)) ^
      at(1024 + (low >>> 24)) ^
      at(768 + (high & 0xff)) ^
      at(512 + ((high >>> 8) & 0xff)) ^
      at(256 + ((high >>> 16) & 0xff)) ^
      at(high >>> 24)
  }
  for (let index = inEights; index < part.length; index++)
    crc = at((crc ^ (part[index] ?? 0)) & 0xff) ^ (crc >>> 8)
  return crc
}
