import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { unzstd, zstdStart } from '../../../electron/formats/zstd.ts'
import { zstdFrames } from '../../../electron/formats/zstd-frames.ts'
import { fixture } from '../../formats/reading.ts'

/** A frame of one repeated byte: header, then so many blocks of 128 KB. */
function repeated(
  blocks: number,
  { contentSize, window = 0x50 }: { contentSize?: number; window?: number },
): Buffer {
  const header = Buffer.from(
    contentSize === undefined
      ? [0x28, 0xb5, 0x2f, 0xfd, 0, window]
      : [0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0],
  )
  if (contentSize !== undefined) header.writeUInt32LE(contentSize, 5)
  const size = 128 * 1024
  const block = (isLast: number) => {
    const number = (size << 3) | 2 | isLast
    return [number & 255, (number >> 8) & 255, (number >> 16) & 255, 0x41]
  }
  return Buffer.concat([
    header,
    ...Array.from({ length: blocks }, (_, at) => Buffer.from(block(at === blocks - 1 ? 1 : 0))),
  ])
}

const reasonOf = (bytes: Uint8Array, most: number): string => {
  const unpacked = unzstd(bytes, most)
  return unpacked.ok ? `${unpacked.value.length} bytes` : unpacked.error
}

const MIB = 1024 * 1024

describe('what zstd packed', () => {
  it('is unpacked, frame after frame', async () => {
    const file = await fixture('warc/harbour.warc.zst')
    const frames: number[] = []
    for await (const frame of zstdFrames(fileInMemory('a', file))) if (frame.ok) frames.push(frame.value.size)
    const unpacked = unzstd(file, MIB)
    expect(unpacked.ok && unpacked.value.length).toBe(frames.reduce((sum, size) => sum + size, 0))
    expect(frames.length).toBeGreaterThan(3)
    expect(Buffer.from(zstdStart(file.subarray(0, 3000))).toString()).toMatch(/^WARC\/1/u)
  })

  it('is unpacked as far as it may be', () => {
    expect(reasonOf(repeated(8, {}), MIB)).toBe(`${MIB} bytes`)
    expect(reasonOf(repeated(8, { contentSize: MIB }), MIB)).toBe(`${MIB} bytes`)
    expect(reasonOf(repeated(9, {}), MIB)).toBe('too-large')
    expect(reasonOf(repeated(100_000, {}), 16 * MIB)).toBe('too-large')
  })

  it('makes no room for what a header claims', () => {
    expect(reasonOf(repeated(1, { contentSize: 0xffffffff }), MIB)).toBe('too-large')
    expect(reasonOf(repeated(1, { window: 0xa7 }), 4096 * MIB)).toBe('too-large')
  })

  it.each([1, 4, 8, 20, 600])('that is cut off after %i bytes is damaged', async size => {
    expect(reasonOf((await fixture('warc/harbour.warc.zst')).subarray(0, size), MIB)).toBe('damaged')
  })

  it('with a dictionary is not recognised', () => {
    expect(reasonOf(Buffer.from('28b52ffd0150112233445566', 'hex'), MIB)).toBe('damaged')
    expect(reasonOf(Buffer.from('28b52ffd015011010000', 'hex'), MIB)).toBe('not-recognised')
  })
})
