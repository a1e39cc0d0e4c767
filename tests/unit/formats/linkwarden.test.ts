import { describe, expect, it } from 'vitest'
import { readLinkwarden } from '../../../electron/formats/linkwarden.ts'
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

const FILE = 'linkwarden/backup.json'

describe("Linkwarden's JSON", () => {
  it('is recognised by its keys', async () => {
    expect(await recognisedAs(FILE)).toBe('linkwarden')
  })

  it('accounts for each link of each collection', async () => {
    const reads = await readFixture(readLinkwarden, FILE)
    expect(itemsOf(reads)).toHaveLength(2)
    expect(failuresOf(reads)).toMatchObject([{ key: 'collection 2 entry 2', reason: 'no-text' }])
  })

  it('keeps text, note, tags, the time it was first saved, and the collection in its place', async () => {
    const reads = await readFixture(readLinkwarden, FILE)
    expect(itemNamed(reads, 'Harbour ferries return')).toMatchObject({
      content: { kind: 'text', text: 'The first boat leaves at six.' },
      stated: {
        note: 'Ask the harbour office',
        tags: ['ferries', '冬季'],
        savedAt: '2019-05-05T05:05:05.000Z',
        folders: [['Transport']],
        starred: false,
      },
    })
    expect(itemNamed(reads, '南湖水位连续三日下降')).toMatchObject({
      content: { kind: 'link' },
      stated: { folders: [['Transport', '水利']], starred: true },
    })
  })

  it('keeps each link as the file has it', async () => {
    const item = itemNamed(await readFixture(readLinkwarden, FILE), '南湖水位连续三日下降')
    expect((await fixture(FILE)).toString()).toContain(originalOf(item))
    expect(JSON.parse(originalOf(item))).toMatchObject({ id: 12 })
  })

  it('has the links of a collection up to the place where the file is cut off', async () => {
    const whole = await fixture(FILE)
    const reads = await readText(readLinkwarden, whole.subarray(0, whole.indexOf('an uploaded picture')))
    expect(itemsOf(reads)).toHaveLength(2)
    expect(failuresOf(reads)).toMatchObject([{ reason: 'damaged' }])
  })
})
