import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { iconsFrom } from '../../../resources/render-icons.js'

const RESOURCES = join(import.meta.dirname, '../../../resources')
const drawing = readFileSync(join(RESOURCES, 'icon.svg'), 'utf8')

/** Width and height as the PNG's header states them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

/** The widths of the images in an ICO file; 0 stands for 256. */
const widthsIn = (ico: Buffer) =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.readUInt8(6 + 16 * at) || 256)

describe('the icons', () => {
  const icons = iconsFrom(drawing)

  it('are what the drawing gives; `npm run icons` renders them anew', () => {
    for (const [path, bytes] of icons) {
      expect(readFileSync(join(RESOURCES, path)).equals(bytes), path).toBe(true)
    }
  })

  it('change with the drawing', () => {
    const other = iconsFrom(drawing.replaceAll('#b0281e', '#1e28b0'))
    expect([...icons].filter(([path, bytes]) => other.get(path)?.equals(bytes))).toEqual([])
  })

  it('have the sizes that each platform asks for', () => {
    expect(sizeOf(readFileSync(join(RESOURCES, 'icon.png')))).toEqual([1024, 1024])
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      expect(sizeOf(readFileSync(join(RESOURCES, `icons/${size}x${size}.png`)))).toEqual([size, size])
    }
    expect(widthsIn(readFileSync(join(RESOURCES, 'icon.ico')))).toEqual(
      expect.arrayContaining([16, 32, 48, 256]),
    )
    const icns = readFileSync(join(RESOURCES, 'icon.icns'))
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  })
})
