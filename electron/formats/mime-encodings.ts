const hexValue = (code: number | undefined): number => {
  if (code === undefined) return -1
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

const [EQUALS, CR, LF, SPACE, TAB] = [0x3d, 0x0d, 0x0a, 0x20, 0x09]

/** RFC 2045, section 6.7. What is no valid escape stays as it stands. */
export function quotedPrintable(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === EQUALS) {
      const high = hexValue(bytes[at + 1])
      const low = hexValue(bytes[at + 2])
      if (high >= 0 && low >= 0) {
        result[size] = high * 16 + low
        size += 1
        at += 2
        continue
      }
      let end = at + 1
      while (bytes[end] === SPACE || bytes[end] === TAB) end += 1
      if (bytes[end] === CR && bytes[end + 1] === LF) end += 1
      if (bytes[end] === LF || bytes[end] === CR || end >= bytes.length) {
        at = end
        continue
      }
    }
    result[size] = byte
    size += 1
  }
  return result.subarray(0, size)
}

/** The bytes of a part by its `Content-Transfer-Encoding`; an encoding that no mailer has used leaves them as they are. */
export function transferDecoded(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  const name = (encoding ?? '').trim().toLowerCase()
  if (name === 'quoted-printable') return quotedPrintable(bytes)
  if (name !== 'base64') return bytes
  // Node's decoder skips blanks and ends at the padding, as old mailers' decoders did.
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), 'base64')
}
