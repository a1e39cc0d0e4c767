import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../../../electron/core/export/csv.ts'
import { COLUMNS } from '../../../../../electron/core/export/data/columns.ts'
import { csvPieces } from '../../../../../electron/core/export/data/csv.ts'
import { exportedFileSchema } from '../../../../../electron/core/export/data/exported-clipping.ts'
import { jsonFiles } from '../../../../../electron/core/export/data/json.ts'
import type { Sheet } from '../../../../../electron/core/export/data/sheet.ts'
import { workbookPieces } from '../../../../../electron/core/export/data/workbook.ts'
import type { Published } from '../../../../../electron/core/model/stated.ts'
import { csvRows } from '../../../../../electron/formats/csv-rows.ts'
import { fileInMemory } from '../../../../../electron/formats/import-file.ts'
import { openZip } from '../../../../../electron/formats/zip-entries.ts'
import { articleWith, block, clippingWith, text } from '../sample-clipping.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../sample-collection.ts'
import { filesOf, sourceOf, textOf } from '../sample-source.ts'

const ENTRIES = [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]
const on = (edtf: string): Published => ({ edtf, origin: 'text', evidence: edtf, confidence: 1 })
const dated = (edtf: string) => ({
  clipping: clippingWith({ published: on(edtf) }),
  article: articleWith([]),
})

async function rowsIn(csv: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { cells } of csvRows(fileInMemory('a.csv', Buffer.from(csv)).stream()))
    rows.push([...(cells ?? [])])
  return rows
}

describe('CSV', () => {
  it('has a row for each clipping, and every cell as it is, in its column', async () => {
    const [names = [], ...rows] = await rowsIn(await textOf(csvPieces(sourceOf(ENTRIES))))
    expect(names.map(name => name.replace('\ufeff', ''))).toEqual(COLUMNS.map(({ name }) => name))
    expect(rows).toHaveLength(ENTRIES.length)
    const [first = []] = rows
    const cell = (name: string) => first[COLUMNS.findIndex(column => column.name === name)]
    expect(cell('title')).toBe('渡轮时刻表周日起调整')
    expect(cell('published')).toBe('2025-07-19T07:40+08:00')
    expect(cell('published_evidence')).toBe('2025-07-19 07:40')
    expect(cell('authors')).toBe('沈亦舟\n何安')
    expect(cell('highlights')).toBe('3')
    expect(rows[2]?.[COLUMNS.findIndex(({ name }) => name === 'published_status')]).toBe('not-stated')
  })

  it('begins with the mark of UTF-8, ends its lines with CR LF, and starts no formula', () => {
    const csv = csvOf([['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', 'a"b', '1,5']])
    expect(csv).toBe(`\ufeff'=1+1,'+1,'-1,'@SUM(A1),'\tx,"'\rx","'\n=1",'＝1,"a""b","1,5"\r\n`)
  })

  it('reads back as it was, but for the mark before what would be a formula', async () => {
    const cells = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 5 }), async rows => {
        const read = (await rowsIn(csvOf(rows))).map(row => row.map(cell => cell.replace('\ufeff', '')))
        const plain = (value: string) =>
          value.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/u, '').replace('\ufeff', '')
        expect(read.map(row => row.map(plain))).toEqual(rows.map(row => row.map(plain)))
      }),
      { seed: 20261129, numRuns: 200 },
    )
  })
})

describe('JSON', () => {
  it('is what its schema says, also to a validator that is not ours', async () => {
    const files = new Map((await filesOf(jsonFiles(sourceOf(ENTRIES)))).map(({ path, text }) => [path, text]))
    const file: unknown = JSON.parse(files.get('clippings.json') ?? '')
    const schema = JSON.parse(files.get('clippings.schema.json') ?? '')
    expect(new Validator(schema, '2020-12').validate(file).errors).toEqual([])
    expect(exportedFileSchema.parse(file).clippings).toHaveLength(ENTRIES.length)
    expect(
      new Validator(schema, '2020-12').validate({ ...exportedFileSchema.parse(file), title: 1 }).valid,
    ).toBe(false)
  })

  it('has the text, the highlights and the evidence of each', async () => {
    const [file] = await filesOf(jsonFiles(sourceOf(SAMPLE_ENTRIES)))
    const [first] = exportedFileSchema.parse(JSON.parse(file?.text ?? '')).clippings
    expect(first?.text).toContain('末班船推迟四十分钟')
    expect(first?.highlights.map(({ note }) => note)).toContain('与公告第二条一致。')
    expect(first?.published).toMatchObject({ edtf: '2025-07-19T07:40+08:00', evidence: '2025-07-19 07:40' })
  })
})

describe('a workbook', () => {
  it('has days only where a day is stated', async () => {
    const cells: unknown[] = []
    for (const edtf of [
      '2025-07-19',
      '2025-07',
      '2025',
      '2025-07-01/2025-07-10',
      '2025-07-19T07:40+08:00',
      '1850-01-01',
    ]) {
      const sheets: Sheet[] = []
      const keep = async (sheet: Sheet) => {
        sheets.push(sheet)
        return new Uint8Array()
      }
      for await (const _piece of workbookPieces({ ...sourceOf([dated(edtf)]), workbook: keep }));
      cells.push(sheets[0]?.rows[0]?.[COLUMNS.findIndex(({ name }) => name === 'published')])
    }
    expect(cells).toEqual([
      { day: '2025-07-19' },
      '2025-07',
      '2025',
      '2025-07-01/2025-07-10',
      '2025-07-19T07:40+08:00',
      '1850-01-01',
    ])
  })

  it('keeps its head in sight, links addresses, and takes nothing for a formula', async () => {
    const hostile = {
      clipping: clippingWith({
        title: '=HYPERLINK("http://x.example","y")',
        url: 'https://a.example/?b=1&c="d"',
        published: on('2025-07-19'),
      }),
      article: articleWith([block('p', text('x'))]),
    }
    const pieces: Uint8Array[] = []
    for await (const piece of workbookPieces(sourceOf([hostile, ...HOSTILE_ENTRIES])))
      pieces.push(piece as Uint8Array)
    const zip = await openZip(fileInMemory('a.xlsx', Buffer.concat(pieces)))
    if (!zip.ok) throw new Error(zip.error.reason)
    const parts = new Map<string, string>()
    for (const entry of zip.value.entries) {
      const read = await zip.value.read(entry)
      if (read.ok) parts.set(entry.path, Buffer.from(read.value).toString())
    }
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('state="frozen"')
    expect(sheet).not.toContain('<f>')
    // 19 July 2025 in days since the end of 1899.
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>45857<\/v>/u)
    expect(sheet).toContain('<hyperlink ref="J2" r:id="rLink1"/>')
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'Target="https://a.example/?b=1&amp;c=&quot;d&quot;"',
    )
    expect(parts.get('xl/sharedStrings.xml')).toContain('=HYPERLINK("http://x.example","y")')
  })
})
