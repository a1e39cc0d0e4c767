const MAGIC: ReadonlyArray<readonly [mediaType: string, at: number, bytes: string]> = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
  ['image/bmp', 0, 'BM'],
]

const SVG = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>\s*)*<svg[\s>]/iu

/**
 * The media type of a picture by its first bytes (the signatures of the MIME Sniffing Standard, and SVG's root
 * element); undefined where it is none that a window can show. What a container calls it does not count.
 */
export function pictureType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  const known = MAGIC.find(([, at, magic]) => head.startsWith(magic, at))
  if (known !== undefined) return known[0]
  return SVG.test(head.replace(/^\xef\xbb\xbf/u, '')) ? 'image/svg+xml' : undefined
}
