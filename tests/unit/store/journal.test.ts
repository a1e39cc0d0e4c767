import { describe, expect, test } from 'vitest'
import { crc32c } from '../../../electron/store/crc32c.ts'
import { decodeHead, decodeLine, encodeLine, scanJournal } from '../../../electron/store/journal-line.ts'

const line = (seq: number, name = `tag ${seq}`) =>
  encodeLine({
    seq,
    at: '2025-07-19T08:00:00.000Z',
    by: 'user',
    label: { kind: 'create-tag', count: 0, name },
    ops: [{ op: 'put-tag', tag: { name, colour: 'grey' } }],
    undo: [{ op: 'remove-tag', name }],
  })

const joined = (...lines: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(lines))
const seqs = (bytes: Uint8Array, first = 1) => scanJournal(bytes, first).lines.map(({ line: { seq } }) => seq)

describe('CRC-32C', () => {
  // RFC 3720, appendix B.4.
  test.each([
    ['32 bytes of zeroes', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['32 bytes that count up', Uint8Array.from({ length: 32 }, (_, byte) => byte), 0x46dd794e],
    ['32 bytes that count down', Uint8Array.from({ length: 32 }, (_, byte) => 31 - byte), 0x113fdb5c],
  ])('of %s is as the standard says', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected)
  })

  test('of parts is that of the whole', () => {
    const bytes = new TextEncoder().encode('123456789')
    expect(crc32c(bytes.subarray(0, 4), bytes.subarray(4))).toBe(crc32c(bytes))
    expect(crc32c(bytes)).toBe(0xe3069283)
  })
})

describe('a journal line', () => {
  test('is one line of JSON that ends in its checksum', () => {
    const text = new TextDecoder().decode(line(1, '图\n"x"'))
    expect(text).toMatch(/^\{"seq":1,.*,"crc":"[0-9a-f]{8}"\}\n$/)
    expect(JSON.parse(text)).toMatchObject({ seq: 1, label: { name: '图\n"x"' } })
  })

  test('reads back as what was written, and leaves the bytes as they are', () => {
    const bytes = line(7)
    const before = Buffer.from(bytes)
    expect(decodeLine(before.subarray(0, -1))).toMatchObject({
      seq: 7,
      undo: [{ op: 'remove-tag', name: 'tag 7' }],
    })
    expect(before).toEqual(Buffer.from(bytes))
  })

  test('of many operations is the JSON of the whole', () => {
    const ops = Array.from({ length: 250 }, (_, index) => ({
      op: 'remove-tag' as const,
      name: `tag ${index}`,
    }))
    const draft = {
      seq: 3,
      at: '2025-07-19T08:00:00.000Z',
      by: 'user' as const,
      ops,
      undo: ops.slice(0, 101),
    }
    const text = new TextDecoder().decode(encodeLine({ ...draft, label: { kind: 'delete-tag', count: 250 } }))
    const { crc, ...rest } = JSON.parse(text)
    expect(text).toBe(`${JSON.stringify({ ...rest, crc })}\n`)
    expect(rest).toEqual({ ...draft, label: { kind: 'delete-tag', count: 250 } })
  })

  test('says what it is without its operations, though a name looks like them, and only where it is whole', () => {
    const bytes = line(7, 'a","ops":[{}],"undo":[')
    const { ops, undo, crc, ...head } = decodeLine(bytes.subarray(0, -1)) ?? {}
    expect(decodeHead(bytes.subarray(0, -1))).toEqual(head)
    expect(ops).toHaveLength(1)
    for (const [index, byte] of bytes.subarray(0, -1).entries()) {
      const changed = Uint8Array.from(bytes.subarray(0, -1))
      changed[index] = byte ^ 1
      expect(decodeHead(changed), `byte ${index}`).toBeUndefined()
    }
  })

  test('spelt differently is not what was written, though it means the same', () => {
    const spaced = new TextDecoder().decode(line(1)).replace('"seq":1', '"seq": 1')
    expect(decodeLine(new TextEncoder().encode(spaced.trimEnd()))).toBeUndefined()
  })
})

describe('scanning a journal', () => {
  const whole = joined(line(1), line(2), line(3))

  test('finds every line of a clean one', () => {
    expect(scanJournal(whole, 1)).toMatchObject({ end: 'clean', intact: whole.length })
    expect(seqs(whole)).toEqual([1, 2, 3])
    expect(scanJournal(new Uint8Array(), 1)).toEqual({ lines: [], intact: 0, end: 'clean' })
  })

  test('takes a last line that is cut off, or zeroes, for an interrupted write', () => {
    const two = line(1).length + line(2).length
    for (const bytes of [
      whole.subarray(0, -1),
      joined(whole, new Uint8Array(4096)),
      whole.subarray(0, two + 9),
    ])
      expect(scanJournal(bytes, 1).end).toBe('torn')
    expect(seqs(whole.subarray(0, -1))).toEqual([1, 2])
  })

  test('takes a bad line before a good one for damage', () => {
    const bytes = Uint8Array.from(whole)
    bytes[line(1).length + 20] = 0
    expect(scanJournal(bytes, 1)).toMatchObject({ end: 'damaged', intact: line(1).length })
  })

  test('takes a lost newline between two good lines for damage, also at the end', () => {
    const bytes = Uint8Array.from(whole)
    bytes[line(1).length + line(2).length - 1] = 0x20
    expect(scanJournal(bytes, 1)).toMatchObject({ end: 'damaged', intact: line(1).length })
  })

  test('takes lines that do not count up for damage', () => {
    expect(scanJournal(joined(line(1), line(3)), 1)).toMatchObject({ end: 'damaged' })
    expect(scanJournal(line(2), 1)).toMatchObject({ end: 'damaged', lines: [] })
  })
})
