/** A place in bytes that are read one number after the other. */
export interface Place {
  at: number
}

/** SQLite's varint: seven bits a byte, the highest first, of which the ninth byte has eight. */
export function varint(bytes: Uint8Array, place: Place): number {
  let value = 0
  for (let length = 1; length <= 9; length++) {
    const byte = bytes[place.at++] ?? 0
    if (length === 9) return value * 256 + byte
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) break
  }
  return value
}

/** The sum of all numbers that the bytes are. */
export function sumOfVarints(bytes: Uint8Array): number {
  let sum = 0
  for (const place = { at: 0 }; place.at < bytes.length; ) sum += varint(bytes, place)
  return sum
}
