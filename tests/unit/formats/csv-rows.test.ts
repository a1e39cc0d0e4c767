import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../../electron/formats/csv-rows.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

type Row = { line: number; cells: readonly string[] | undefined; text: string }

async function rowsOf(text: string | Uint8Array, size = 1 << 16): Promise<Row[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const rows: Row[] = []
  for await (const { line, cells, bytes: own } of csvRows(inPieces(bytes, size)))
    rows.push({ line, cells, text: new TextDecoder().decode(own) })
  return rows
}

const cellsOf = async (text: string): Promise<unknown> => (await rowsOf(text)).map(({ cells }) => cells)

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('the rows of a CSV file', () => {
  it('are those that were written, however the bytes come in pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '南', '😀') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, size, end) => {
          const text = rows.map(cells => cells.map(quoted).join(',')).join(end)
          expect((await rowsOf(text, size)).map(({ cells }) => cells)).toEqual(rows)
        },
      ),
      { seed: 4, numRuns: 300 },
    )
  })

  it('know the line that they start at', async () => {
    const rows = await rowsOf('a,b\r\n"1\r\n2",x\r\n\r\nc,d')
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [1, 'a,b'],
      [2, '"1\r\n2",x'],
      [5, 'c,d'],
    ])
  })

  it('leave out lines that are blank, which take next to no time', async () => {
    const rows = await rowsOf('a,b\n  \n\t\r\n \r\n  c,d\n ')
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [1, 'a,b'],
      [5, '  c,d'],
    ])
    const blank = new TextEncoder().encode(`a,b\n${' \r\n'.repeat(3_000_000)}c,d`)
    expect((await rowsOf(blank)).map(({ line }) => line)).toEqual([1, 3_000_002])
  })

  it('are told from bytes without end and without a line’s end', async () => {
    const rows = await rowsOf(new Uint8Array(40 * 1024 * 1024), 4096)
    expect(rows.map(({ cells }) => cells)).toEqual([undefined])
  })

  it('take a quote in the middle of a bare cell for what it is', async () => {
    expect(await cellsOf('5" disk,x\ny,z')).toEqual([
      ['5" disk', 'x'],
      ['y', 'z'],
    ])
  })

  it('go on after one whose quotes stay open', async () => {
    const rows = await rowsOf('a,"open\nb,c\nd,"e')
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, undefined],
      [2, ['b', 'c']],
      [3, undefined],
    ])
  })

  it('are read without a byte-order mark, and from UTF-16', async () => {
    expect(await cellsOf('\ufeffa,b')).toEqual([['a', 'b']])
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('题,b\r\nc,d', 'utf16le')])
    expect((await rowsOf(wide)).map(({ cells }) => cells)).toEqual([
      ['题', 'b'],
      ['c', 'd'],
    ])
  })

  it('end in time where every line opens a quote', async () => {
    let bad = 0
    for await (const row of csvRows(
      inPieces(new TextEncoder().encode('"open,\n'.repeat(3_000_000)), 1 << 18),
    ))
      if (row.cells === undefined) bad += 1
    expect(bad).toBeGreaterThan(0)
  })
})
