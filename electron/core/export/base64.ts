const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', character =>
  character.charCodeAt(0),
)
const PADDING = '='.charCodeAt(0)
/** Bytes that become one string: a multiple of three, and few enough for one call. */
const CHUNK = 3 * 4096

/** Bytes in Base64 (RFC 4648, section 4). */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += CHUNK) text += chunkOf(bytes.subarray(from, from + CHUNK))
  return text
}

function chunkOf(bytes: Uint8Array): string {
  const codes: number[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes.push(
      ALPHABET[three >> 18] ?? 0,
      ALPHABET[(three >> 12) & 63] ?? 0,
      left > 1 ? (ALPHABET[(three >> 6) & 63] ?? 0) : PADDING,
      left > 2 ? (ALPHABET[three & 63] ?? 0) : PADDING,
    )
  }
  return String.fromCharCode(...codes)
}
