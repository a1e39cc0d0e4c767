/** Takes what a Rich Text file is made of, in order. */
export interface RtfListener {
  group(): void
  endGroup(): void
  /** A control word without its backslash, and its number. */
  control(word: string, value: number | undefined): void
  /** A control that is one sign: `*`, `~`, `-`, `_`, `{`, `}`, `\`. */
  sign(sign: string): void
  byte(byte: number): void
  /** The data of a picture that stands in the file as it is. */
  binary(bytes: Uint8Array): void
}

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const LONGEST_WORD = 32

const hexDigit = (byte: number): number => {
  if (isDigit(byte)) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Reads the tokens of a file; bytes that follow the last group are left alone. */
export function readTokens(bytes: Uint8Array, listener: RtfListener): { depth: number } {
  const byteAt = (index: number): number => bytes[index] ?? 0
  let depth = 0
  let at = 0
  while (at < bytes.length) {
    const byte = byteAt(at)
    if (byte === OPEN) {
      depth += 1
      listener.group()
      at += 1
    } else if (byte === CLOSE) {
      depth -= 1
      listener.endGroup()
      at += 1
      if (depth <= 0) return { depth }
    } else if (byte === BACKSLASH) at = readControl(bytes, at + 1, listener)
    else {
      // Lines are parted for the eye alone.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) listener.byte(byte)
      at += 1
    }
  }
  return { depth }
}

function readControl(bytes: Uint8Array, start: number, listener: RtfListener): number {
  const byteAt = (index: number): number => bytes[index] ?? 0
  const first = byteAt(start)
  if (first === 0x27) {
    const code = hexDigit(byteAt(start + 1)) * 16 + hexDigit(byteAt(start + 2))
    if (hexDigit(byteAt(start + 1)) >= 0 && hexDigit(byteAt(start + 2)) >= 0) listener.byte(code)
    return start + 3
  }
  if (!isLetter(first)) {
    if (first === 0x0a || first === 0x0d) listener.control('par', undefined)
    else if (start < bytes.length) listener.sign(String.fromCharCode(first))
    return start + 1
  }
  let at = start
  while (isLetter(byteAt(at)) && at - start < LONGEST_WORD) at += 1
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const numberAt = at
  if (byteAt(at) === 0x2d) at += 1
  while (isDigit(byteAt(at)) && at - numberAt < 11) at += 1
  const digits = String.fromCharCode(...bytes.subarray(numberAt, at))
  const value = /\d/u.test(digits) ? Number(digits) : undefined
  if (digits === '-') at -= 1
  if (byteAt(at) === 0x20) at += 1
  if (word === 'bin' && value !== undefined && value > 0) {
    const end = Math.min(bytes.length, at + value)
    listener.binary(bytes.subarray(at, end))
    return end
  }
  listener.control(word, value)
  return at
}
