import { describe, expect, it } from 'vitest'
import { readPocketHtml } from '../../../electron/formats/pocket-html.ts'
import {
  failuresOf,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'pocket/ril_export.html'

describe("Pocket's older HTML export", () => {
  it('is recognised by its title', async () => {
    expect(await recognisedAs(FILE)).toBe('pocket')
  })

  it('accounts for each link, with time, tags and state', async () => {
    const reads = await readFixture(readPocketHtml, FILE)
    expect(
      itemsOf(reads).map(({ stated }) => [
        stated.title,
        stated.url,
        stated.savedAt,
        stated.tags,
        stated.isRead,
      ]),
    ).toEqual([
      [
        'Harbour ferries & the winter timetable',
        'https://news.example/ferries?from=home&page=2',
        '2023-07-06T07:31:35.000Z',
        ['transport', 'harbour'],
        false,
      ],
      ['南湖水位连续三日下降', 'https://xinwen.example/nanhu/shuiwei', '2023-07-06T07:10:12.000Z', [], false],
      [undefined, 'https://news.example/tram', '2020-09-13T12:26:40.000Z', ['城市'], true],
    ])
    expect(failuresOf(reads)).toMatchObject([{ key: 'link 4', name: 'No address at all', reason: 'damaged' }])
  })

  it('keeps each link as the file has it', async () => {
    const [first] = itemsOf(await readFixture(readPocketHtml, FILE))
    expect(first && originalOf(first)).toBe(
      '<a href="https://news.example/ferries?from=home&amp;page=2" time_added="1688628695" tags="transport,harbour">Harbour ferries &amp; the winter timetable</a>',
    )
  })

  it('ends with its reason where nothing is in it', async () => {
    expect(failuresOf(await readText(readPocketHtml, ''))).toMatchObject([{ reason: 'empty' }])
    expect(failuresOf(await readText(readPocketHtml, '<title>Pocket Export</title><h1>Unr'))).toMatchObject([
      { reason: 'damaged' },
    ])
  })
})
