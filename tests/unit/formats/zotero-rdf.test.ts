import { describe, expect, it } from 'vitest'
import { readZoteroRdf } from '../../../electron/formats/zotero-rdf.ts'
import {
  failuresOf,
  fixture,
  itemNamed,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'zotero/library.rdf'
const FERRIES = 'Harbour ferries & the winter timetable'

describe('Zotero RDF', () => {
  it('is recognised by its namespace', async () => {
    expect(await recognisedAs(FILE, 'export.xml')).toBe('zotero-rdf')
  })

  it('accounts for each item, and for a note that belongs to none', async () => {
    const reads = await readFixture(readZoteroRdf, FILE)
    expect(itemsOf(reads).map(({ key }) => key)).toEqual(['item 1', 'item 2', 'note 1'])
    expect(failuresOf(reads)).toMatchObject([
      { key: 'item 3', name: 'A book without a text', reason: 'no-text' },
    ])
  })

  it('keeps names, dates, publication, tags, notes and nested collections', async () => {
    const reads = await readFixture(readZoteroRdf, FILE)
    expect(itemNamed(reads, FERRIES).stated).toMatchObject({
      bylines: ['Ann Reed', 'The Harbour Desk'],
      source: 'The Harbour Post',
      published: { edtf: '2023-12-30', evidence: 'December 30, 2023' },
      url: 'https://news.example/ferries',
      savedAt: '2024-01-02T03:04:05.000Z',
      language: 'en-GB',
      tags: ['transport', 'ferries'],
      folders: [['Transport', '渡轮']],
      note: 'Ask the harbour office\nand compare',
    })
    expect(itemNamed(reads, '南湖水位连续三日下降').stated).toMatchObject({
      bylines: ['林晓'],
      source: '水利日报',
      published: { edtf: '2024-02' },
    })
    const note = itemsOf(reads).find(({ key }) => key === 'note 1')
    expect(note).toMatchObject({
      content: { kind: 'html', html: '<p>A note of its own</p>' },
      stated: { tags: ['loose'], folders: [['Transport', '渡轮']] },
    })
  })

  it('has the page that was saved with an item', async () => {
    const item = itemNamed(await readFixture(readZoteroRdf, FILE), FERRIES)
    expect(item.content).toMatchObject({ kind: 'html', extent: 'page', base: 'https://news.example/ferries' })
    expect(originalOf(item)).toBe((await fixture('zotero/files/12/ferries.html')).toString())
  })

  it('has the abstract where the files are not beside it, and the item as the file has it', async () => {
    const item = itemNamed(await readText(readZoteroRdf, await fixture(FILE)), FERRIES)
    expect(item.content).toEqual({ kind: 'text', text: 'The company says so.' })
    expect(originalOf(item)).toMatch(
      /^<bib:Article rdf:about="https:\/\/news\.example\/ferries">[\s\S]*<\/bib:Article>$/u,
    )
  })

  it('ends with its reason where it is cut off or nests without end', async () => {
    const whole = await fixture(FILE)
    expect(failuresOf(await readText(readZoteroRdf, whole.subarray(0, 1500)))).toMatchObject([
      { reason: 'damaged' },
    ])
    const deep = await readText(readZoteroRdf, `<rdf:RDF>${'<a>'.repeat(100_000)}`)
    expect(failuresOf(deep)).toMatchObject([{ reason: 'unsafe' }])
  })
})
