import { execFile } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLUMNS, cellText } from '../../../electron/core/export/data/columns.ts'
import { exportedClipping } from '../../../electron/core/export/data/exported-clipping.ts'
import { csvRows } from '../../../electron/formats/csv-rows.ts'
import { articleWith, block, clippingWith, text } from '../../unit/core/export/sample-clipping.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../../unit/core/export/sample-collection.ts'
import { infoOf, pagesOf, rightmost } from '../pdf/pdf-tools.ts'
import { writeSample } from './write-sample.ts'

const run = promisify(execFile)

/** A program where it is installed. */
const programOf = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(each => join(each, name))
    .find(existsSync)

// Debian's epubcheck is a Java archive that not every system runs by its name.
const SOFFICE = programOf('soffice')
const [JAVA, EPUBCHECK] = [programOf('java'), programOf('epubcheck')]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-exported-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/**
 * Readers that are not ours, where they are installed: epubcheck needs a JVM, LibreOffice half a gigabyte, so that not every
 * run of the tests fetches them. What holds without them is in the unit tests beside.
 */
describe.runIf(JAVA !== undefined && EPUBCHECK !== undefined)('epubcheck', () => {
  it.each([
    ['the sample collection', 'zh-Hans', SAMPLE_ENTRIES],
    ['it with what nobody writes by accident', 'en', [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]],
  ] as const)('has no complaint of an e-book of %s in %s', async (_, language, entries) => {
    const path = await writeSample(folder, { format: 'epub', entries, language })
    const { stdout, stderr } = await run(JAVA ?? '', [
      '-jar',
      EPUBCHECK ?? '',
      '--failonwarnings',
      path,
    ]).catch((error: { stdout: string; stderr: string }) => error)
    expect(`${stdout}${stderr}`).toContain('0 fatals / 0 errors / 0 warnings')
  })
})

/** Runs LibreOffice without a window, with a profile of its own. */
async function converted(path: string, to: string, ...options: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  await run(SOFFICE ?? '', [
    profile,
    '--headless',
    ...options,
    '--convert-to',
    to,
    '--outdir',
    join(folder, 'converted'),
    path,
  ])
}

/** Text with commas between and quotes around, in UTF-8, from the first row on; each cell as it is shown. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'

/** UTF-8 with commas; each column is words, or what LibreOffice takes it for. */
const asRead = (kind: 'words' | 'guessed', columns: number): string => {
  const format = kind === 'words' ? 2 : 1
  const each = Array.from({ length: columns }, (_, at) => `${at + 1}/${format}`)
  return `--infilter=Text - txt - csv (StarCalc):44,34,76,1,${each.join('/')}`
}

const WORDS: ReadonlySet<string> = new Set(['title', 'authors', 'note', 'tags', 'source', 'excerpt', 'url'])

async function rowsIn(path: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of csvRows(createReadStream(path))) {
    if (row.cells === undefined) throw new Error(`the row at line ${row.line} cannot be read`)
    rows.push([...row.cells])
  }
  return rows
}

/** Cells that a spreadsheet would reckon with if it took them for formulas. */
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '＝1+1', '=HYPERLINK("https://x.example","y")']

const SHEET_ENTRIES = [
  ...SAMPLE_ENTRIES,
  ...HOSTILE_ENTRIES,
  ...FORMULAS.map(title => ({
    clipping: clippingWith({ title, note: title, bylines: [title], tags: ['限水 2025', '港口/渡轮'] }),
    article: articleWith([block('p', text('渡轮停航。'))]),
  })),
]

describe.runIf(SOFFICE !== undefined)('LibreOffice', () => {
  it('shows a document with its headings, tables, pictures, links and footnotes', async () => {
    const path = await writeSample(folder, {
      format: 'docx',
      entries: [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES],
    })
    await converted(path, 'pdf')
    const pdf = join(folder, 'converted', basename(path).replace(/docx$/u, 'pdf'))
    const squeezed = pagesOf(pdf).join('').replace(/\s+/gu, '')
    for (const words of [
      '渡轮时刻表周日起调整',
      '老港—西岸',
      '与公告第二条一致。',
      'withoutoneofitseightslewingbolts',
      '<imgsrc=xonerror=alert(1)>]]>&"quotes"',
      'https://ledger.example/crane-inquiry',
    ])
      expect(squeezed).toContain(words)
  })

  it.each([
    ['Letter', '612 x 792'],
    ['A5', '419'],
  ] as const)('shows a document on %s with all that it has', async (paper, size) => {
    const path = await writeSample(folder, { format: 'docx', entries: SAMPLE_ENTRIES, paper, name: paper })
    await converted(path, 'pdf')
    const pdf = join(folder, 'converted', `${paper}.pdf`)
    expect(infoOf(pdf)['Page size']).toContain(size)
    const squeezed = pagesOf(pdf).join('').replace(/\s+/gu, '')
    for (const words of ['老港—西岸', 'withoutoneofitseightslewingbolts']) expect(squeezed).toContain(words)
    // Within the page, with the half point that a box of a word may have behind its glyphs.
    expect(rightmost(pdf)).toBeLessThan(Number.parseFloat(infoOf(pdf)['Page size'] ?? '') - 45)
  })

  it('reads every field of a table in CSV, formulas and Chinese as words', async () => {
    const path = await writeSample(folder, { format: 'csv', entries: SHEET_ENTRIES, name: 'table' })
    const written = await rowsIn(path)
    await converted(path, AS_CSV, asRead('words', COLUMNS.length))
    const read = await rowsIn(join(folder, 'converted', 'table.csv'))
    expect(read).toEqual(written)
    expect(written.slice(-FORMULAS.length).map(([title]) => title?.replace(/^'/u, ''))).toEqual(FORMULAS)
  })

  it('takes no field of a table in CSV for a formula, where nobody says what the columns are', async () => {
    const path = await writeSample(folder, { format: 'csv', entries: SHEET_ENTRIES, name: 'guessed' })
    const written = await rowsIn(path)
    await converted(path, AS_CSV, asRead('guessed', COLUMNS.length))
    const read = await rowsIn(join(folder, 'converted', 'guessed.csv'))
    const words = (rows: readonly string[][]) =>
      rows.map(row => row.filter((_, at) => WORDS.has(COLUMNS[at]?.name ?? '')))
    expect(words(read)).toEqual(words(written))
  })

  it('shows every cell of a workbook as it was meant', async () => {
    const path = await writeSample(folder, { format: 'xlsx', entries: SHEET_ENTRIES, name: 'workbook' })
    await converted(path, AS_CSV)
    const [names, ...rows] = await rowsIn(join(folder, 'converted', 'workbook.csv'))
    expect(names).toEqual(COLUMNS.map(({ name }) => name))
    expect(rows).toEqual(
      SHEET_ENTRIES.map(entry => {
        const clipping = exportedClipping(entry, new Map())
        return COLUMNS.map(({ cell }) => {
          const value = cell(clipping)
          // What XML cannot hold is left out of a workbook.
          return typeof value === 'boolean'
            ? String(value).toUpperCase()
            : cellText(value).replaceAll('\uFFFD', '')
        })
      }),
    )
  })
})
