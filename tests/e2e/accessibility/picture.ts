import { inflateSync } from 'node:zlib'

/** The pixels of a screenshot, without their opacity. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green and blue, `0xrrggbb`. */
  at(x: number, y: number): number
}

const BYTES_OF_PIXEL: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** The one of three neighbours that is nearest to their plane (PNG, "Filter type 4: Paeth"). */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const [a, b, c] = [left, above, corner].map(value => Math.abs(estimate - value)) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function unfiltered(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return above
  if (kind === 3) return (left + above) >> 1
  return kind === 4 ? paeth(left, above, corner) : 0
}

/** Reads a PNG as browsers write screenshots: eight bits a channel, colour, not interlaced (PNG, third edition). */
export function readPng(bytes: Buffer): Picture {
  const [width, height, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)]
  const size = BYTES_OF_PIXEL[kind] ?? 0
  if (bytes.readUInt8(24) !== 8 || size === 0 || bytes.readUInt8(28) !== 0) throw new Error('no such PNG')
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(parts))
  const row = width * size
  const pixels = Buffer.alloc(row * height)
  const pixel = (index: number): number => pixels[index] ?? 0
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x += 1) {
      const index = y * row + x
      const left = x >= size ? pixel(index - size) : 0
      const above = y > 0 ? pixel(index - row) : 0
      const corner = x >= size && y > 0 ? pixel(index - row - size) : 0
      pixels[index] = (raw[y * (row + 1) + 1 + x] ?? 0) + unfiltered(filter, left, above, corner)
    }
  }
  return {
    width,
    height,
    at(x, y) {
      const index = y * row + x * size
      return (pixel(index) << 16) | (pixel(index + 1) << 8) | pixel(index + 2)
    },
  }
}

const linear = (channel: number): number => {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const luminance = (colour: number): number =>
  0.2126 * linear(colour >> 16) + 0.7152 * linear((colour >> 8) & 255) + 0.0722 * linear(colour & 255)

/** The contrast of two colours (WCAG 2.2, "contrast ratio"): 1 to 21. */
export function contrast(a: number, b: number): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
