interface Size {
  readonly width: number
  readonly height: number
}

const big16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const little16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/** The pixels of a picture, as the head of its file says; undefined where it says none that a picture can have. */
export function pictureSize(bytes: Uint8Array, mediaType: string): Size | undefined {
  const size = headOf(bytes, mediaType)
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

function headOf(bytes: Uint8Array, mediaType: string): Size | undefined {
  switch (mediaType) {
    case 'image/png':
      // Of 32 bits the lower 16: a larger picture is none that a page shows.
      return { width: big16(bytes, 18), height: big16(bytes, 22) }
    case 'image/gif':
      return { width: little16(bytes, 6), height: little16(bytes, 8) }
    case 'image/bmp':
      return { width: little16(bytes, 18), height: Math.abs(little16(bytes, 22)) }
    case 'image/jpeg':
      return sizeInJpeg(bytes)
    default:
      return undefined
  }
}

/** The first frame of a JPEG has its size (ITU T.81, B.2.2). */
function sizeInJpeg(bytes: Uint8Array): Size | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: big16(bytes, at + 7), height: big16(bytes, at + 5) }
    const isAlone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += marker === 0xff ? 1 : isAlone ? 2 : 2 + Math.max(2, big16(bytes, at + 2))
  }
  return undefined
}
