import { describe, expect, it } from 'vitest'
import { readRis } from '../../../electron/formats/zotero-ris.ts'
import { failuresOf, itemNamed, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const FILE = 'zotero/references.ris'

describe('a RIS file', () => {
  it('is recognised by its first field', async () => {
    expect(await recognisedAs(FILE, 'export.txt')).toBe('ris')
  })

  it('accounts for each record', async () => {
    const reads = await readFixture(readRis, FILE)
    expect(itemsOf(reads).map(({ key }) => key)).toEqual(['line 1', 'line 18'])
    expect(failuresOf(reads).map(({ name, reason }) => [name, reason])).toEqual([
      ['A book without a text', 'no-text'],
      ['A record that is cut off', 'damaged'],
    ])
  })

  it('keeps names, dates, publication, tags, note and abstract', async () => {
    expect(
      itemNamed(await readFixture(readRis, FILE), 'Harbour ferries return to the winter timetable'),
    ).toMatchObject({
      content: { kind: 'text', text: 'The first boat leaves at six.\nFares stay the same.' },
      stated: {
        bylines: ['Ann Reed', 'Bo Lind'],
        source: 'The Harbour Post',
        published: { edtf: '2023-12-30', evidence: '2023/12/30/' },
        url: 'https://news.example/ferries',
        savedAt: '2024-01-02T03:04:05.000Z',
        language: 'en-GB',
        tags: ['transport', 'ferries', 'winter'],
        note: '<p>Ask the harbour office</p>',
      },
    })
  })

  it('writes Chinese names as they are written, and a month as a month', async () => {
    expect(itemNamed(await readFixture(readRis, FILE), '南湖水位连续三日下降')).toMatchObject({
      content: { kind: 'link' },
      stated: { bylines: ['林晓', '本报评论员'], published: { edtf: '2024-02' }, language: undefined },
    })
  })

  it('ends with its reason where there is no record', async () => {
    expect(failuresOf(await readText(readRis, ''))).toMatchObject([{ reason: 'empty' }])
    expect(failuresOf(await readText(readRis, 'words'))).toMatchObject([{ reason: 'damaged' }])
  })
})
