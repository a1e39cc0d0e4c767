import { describe, expect, it } from 'vitest'
import { readWallabag } from '../../../electron/formats/wallabag.ts'
import {
  failuresOf,
  fixture,
  itemNamed,
  itemsOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'wallabag/export.json'

describe("wallabag's JSON", () => {
  it('is recognised by its keys, in both versions', async () => {
    expect(await recognisedAs(FILE)).toBe('wallabag')
    expect(await recognisedAs('wallabag/version-1.json')).toBe('wallabag')
  })

  it('accounts for each entry', async () => {
    const reads = await readFixture(readWallabag, FILE)
    expect(itemsOf(reads)).toHaveLength(3)
    expect(failuresOf(reads).map(({ key, reason }) => [key, reason])).toEqual([
      ['entry 4', 'damaged'],
      ['entry 5', 'damaged'],
    ])
  })

  it('keeps text, authors, dates, tags, annotations, and what was read and starred', async () => {
    expect(itemNamed(await readFixture(readWallabag, FILE), 'Harbour ferries return')).toMatchObject({
      content: {
        kind: 'html',
        extent: 'article',
        html: '<p>The first boat leaves at six.</p><p>Fares stay the same.</p>',
        base: 'https://news.example/ferries',
      },
      stated: {
        bylines: ['Ann Reed', 'Bo Lind'],
        published: { edtf: '2023-12-31T18:30:00+01:00', evidence: '2023-12-31T18:30:00+0100' },
        language: 'en-GB',
        savedAt: '2024-01-01T10:00:00.000Z',
        tags: ['transport', 'harbour'],
        note: 'Not about a passage',
        highlights: [
          { text: 'leaves at six', note: 'Six in the morning?', madeAt: '2024-01-02T09:00:00.000Z' },
          { text: 'Fares stay the same.', note: undefined },
        ],
        readAt: '2024-01-05T07:00:00.000Z',
        isRead: true,
        starred: true,
      },
    })
  })

  it('takes what wallabag could not fetch for a link, not its error message for the text', async () => {
    const reads = await readFixture(readWallabag, FILE)
    const link = itemsOf(reads).find(({ stated }) => stated.url === 'https://news.example/unreachable')
    expect(link).toMatchObject({ content: { kind: 'link' }, stated: { tags: ['later'] } })
  })

  it('reads version 1', async () => {
    expect(itemsOf(await readFixture(readWallabag, 'wallabag/version-1.json'))).toMatchObject([
      { stated: { title: 'From version 1', isRead: true, starred: false, tags: ['a', 'b'] } },
    ])
  })

  it('has the entries before the place where it is cut off, and says that it is', async () => {
    const whole = await fixture(FILE)
    const reads = await readText(readWallabag, whole.subarray(0, whole.indexOf('南湖')))
    expect(itemsOf(reads)).toHaveLength(1)
    expect(failuresOf(reads)).toMatchObject([{ key: 'entry 2', reason: 'damaged' }])
    expect(failuresOf(await readText(readWallabag, 'not JSON'))).toMatchObject([
      { key: '', reason: 'damaged' },
    ])
  })
})
