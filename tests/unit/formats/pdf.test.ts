import { describe, expect, it } from 'vitest'
import { blockText } from '../../../electron/core/body/text.ts'
import { readPdf } from '../../../electron/formats/pdf.ts'
import { readBytes } from '../../formats/golden-document.ts'
import { linesAt, madePdf } from '../../formats/pdf/made-pdf.ts'

async function itemOf(bytes: Uint8Array) {
  const [read] = await readBytes(readPdf, 'a.pdf', bytes)
  if (read?.ok !== true || read.value.content.kind !== 'extraction') throw new Error(JSON.stringify(read))
  return { ...read.value, extraction: read.value.content.extraction }
}

const blocksOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await itemOf(bytes)).extraction.article.body.children.map(blockText)

const FIRST = [
  'The water authority has lowered the level of the reser-',
  'voir by more than two metres since the start of the year',
  'because the snow melted early in the northern valleys and',
  'a great deal of it was lost, as thirty-one people wrote.',
]
const SECOND = [
  'Nobody knows how long the drought is going to last, and',
  'the county is preparing for another dry summer by well-',
  'known means. It has bought pumps.',
]

describe('readPdf', () => {
  it('joins the lines of a paragraph and undoes hyphens where a word goes on', async () => {
    const pdf = madePdf([[...linesAt(60, 760, FIRST), ...linesAt(60, 690, SECOND)]])
    const [first, second] = await blocksOf(pdf)
    expect(first).toContain('level of the reservoir by more than')
    expect(first).toContain('thirty-one people')
    expect(second).toContain('by well-known means')
  })

  it('reads columns one after the other, and joins a paragraph that goes on in the next', async () => {
    const left = [...FIRST, ...FIRST.slice(0, 3)]
    const pdf = madePdf([[...linesAt(40, 760, left, 9), ...linesAt(310, 760, [...SECOND, ...FIRST], 9)]])
    const text = (await blocksOf(pdf)).join('\n')
    expect(text).toContain('the northern valleys and Nobody knows how long')
    expect(text.indexOf('thirty-one')).toBeLessThan(text.indexOf('Nobody'))
  })

  it('sets running heads and page numbers aside, and keeps them', async () => {
    const page = (number: number) => [
      { x: 60, y: 800, size: 8, words: 'The Hallbrook Courier' },
      ...linesAt(60, 700, number % 2 === 0 ? FIRST : SECOND),
      { x: 290, y: 40, size: 8, words: `- ${number} -` },
    ]
    const { extraction } = await itemOf(madePdf([page(1), page(2), page(3)]))
    expect(extraction.article.setAside.map(({ text }) => text)).toEqual([
      'The Hallbrook Courier',
      '- 1 -',
      'The Hallbrook Courier',
      '- 2 -',
      'The Hallbrook Courier',
      '- 3 -',
    ])
    expect(extraction.article.body.children.map(blockText).join(' ')).not.toContain('Courier')
  })

  it('takes the largest words of the first page for the title, others for headings by their size', async () => {
    const pdf = madePdf([
      [
        { x: 60, y: 790, size: 24, words: 'Reservoir falls further' },
        ...linesAt(60, 750, FIRST),
        { x: 60, y: 680, size: 14, words: 'What comes next' },
        ...linesAt(60, 660, SECOND),
      ],
    ])
    const { extraction } = await itemOf(pdf)
    expect(extraction.clipping.title).toBe('Reservoir falls further')
    expect(extraction.article.body.children.map(({ tagName }) => tagName)).toEqual(['p', 'h2', 'p'])
  })

  it('states a title and an author of the properties, but no name of a file, a program or an account', async () => {
    const page = [linesAt(60, 760, FIRST)]
    const stated = async (info: string) => (await itemOf(madePdf(page, info))).stated
    expect(await stated('/Title (Water report) /Author (Miriam Osei)')).toMatchObject({
      title: 'Water report',
      bylines: ['Miriam Osei'],
    })
    for (const title of ['Untitled', 'report_final2.docx', 'Microsoft Word - report.doc', 'a.pdf'])
      expect(await stated(`/Title (${title}) /Author (Administrator)`)).not.toHaveProperty('title')
    expect(await stated('/Author (Administrator)')).not.toHaveProperty('bylines')
  })

  it('keeps a scan as a document without text', async () => {
    const item = await itemOf(madePdf([[], []]))
    expect(item.state).toBe('no-text')
    expect(item.extraction.article.body.children).toEqual([])
  })

  it('keeps the bytes as they are', async () => {
    const bytes = madePdf([linesAt(60, 760, FIRST)])
    const copy = bytes.slice()
    expect((await itemOf(bytes)).original.bytes).toEqual(copy)
  })

  it.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['something else', new TextEncoder().encode('this is no PDF'), 'damaged'],
    ['its first half', madePdf([linesAt(60, 760, FIRST)]).slice(0, 200), 'damaged'],
    ['more pages than a document has', madePdf(Array.from({ length: 2001 }, () => [])), 'too-large'],
  ])('refuses %s with its reason', async (_name, bytes, reason) => {
    const [read] = await readBytes(readPdf, 'a.pdf', bytes)
    expect(read).toMatchObject({ ok: false, error: { key: '', reason } })
  })
})
