import { crc32, deflateSync } from 'node:zlib'
import { type Picture, readPng } from '../e2e/accessibility/picture.ts'

const MOST_COLOURS = 256

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2

/** Colours nearer to each other than this are told apart only where there is room for both. */
const ALIKE = 300

/**
 * The most frequent colours of a picture, the rare ones that are like no other before the many shades of the same, and
 * for each colour the place of the one of them that is nearest to it.
 */
function paletteOf(picture: Picture): { palette: number[]; places: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>()
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1)
      counts.set(picture.at(x, y), (counts.get(picture.at(x, y)) ?? 0) + 1)
  const colours = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour)
  const unlike: number[] = []
  for (const colour of colours)
    if (unlike.every(other => distance(colour, other) >= ALIKE)) unlike.push(colour)
  const palette = [...new Set([...unlike, ...colours])].slice(0, MOST_COLOURS)
  const places = new Map<number, number>()
  for (const colour of counts.keys()) {
    let nearest = 0
    for (const [place, known] of palette.entries())
      if (distance(known, colour) < distance(palette[nearest] ?? 0, colour)) nearest = place
    places.set(colour, nearest)
  }
  return { palette, places }
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/**
 * The same picture in 256 of its colours, a byte a pixel (PNG, third edition). A window has few colours,
 * and of the edges of its letters nobody sees which shade they have.
 */
export function smallPng(png: Buffer): Buffer {
  const picture = readPng(png)
  const { palette, places } = paletteOf(picture)
  const rows = Buffer.alloc((picture.width + 1) * picture.height)
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1)
      rows[y * (picture.width + 1) + 1 + x] = places.get(picture.at(x, y)) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(picture.width, 0)
  head.writeUInt32BE(picture.height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
