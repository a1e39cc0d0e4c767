/** A frame of zstd (RFC 8878) that holds a short text as it is. */
export function storedZstd(text: string): Buffer {
  const content = Buffer.from(text)
  if (content.length > 255) throw new Error('too long for a frame of one block')
  const block = (content.length << 3) | 1
  const header = [0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length, block & 255, (block >> 8) & 255, block >> 16]
  return Buffer.concat([Buffer.from(header), content])
}
