import { crc32, deflateSync } from 'node:zlib'

/** A PNG of a sky over water with one dark shape, in colours that nobody takes for another picture. */
export function samplePicture(width: number, height: number, hue: readonly [number, number, number]): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x += 1) {
      const isShape = Math.abs(x - width / 2) < width / 6 && Math.abs(y - height * 0.55) < height / 8
      const light = isShape ? 0.25 : y < height * 0.6 ? 0.7 + (0.3 * y) / height : 0.55
      for (const [channel, value] of hue.entries()) row[1 + x * 3 + channel] = Math.round(value * light)
    }
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
