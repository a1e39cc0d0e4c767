import { describe, expect, it } from 'vitest'
import { readKarakeep } from '../../../electron/formats/karakeep.ts'
import {
  failuresOf,
  fixture,
  itemNamed,
  itemsOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'karakeep/karakeep.json'

describe("Karakeep's JSON", () => {
  it('is recognised by its keys', async () => {
    expect(await recognisedAs(FILE)).toBe('karakeep')
  })

  it('accounts for each bookmark', async () => {
    const reads = await readFixture(readKarakeep, FILE)
    expect(itemsOf(reads)).toHaveLength(3)
    expect(failuresOf(reads).map(({ key, reason }) => [key, reason])).toEqual([
      ['entry 4', 'no-text'],
      ['entry 5', 'damaged'],
    ])
  })

  it('keeps note, tags, time, state and the path of each list but the smart ones', async () => {
    expect(itemNamed(await readFixture(readKarakeep, FILE), 'Harbour ferries return').stated).toMatchObject({
      url: 'https://news.example/ferries',
      note: 'Ask the harbour office',
      tags: ['transport'],
      folders: [['水利', 'Winter']],
      savedAt: '2023-07-06T07:31:35.000Z',
      isRead: true,
    })
  })

  it('has the words of a text, and the note of a file that is not in the export', async () => {
    const [, text, file] = itemsOf(await readFixture(readKarakeep, FILE))
    expect(text?.content).toEqual({ kind: 'text', text: '水位下降了十二厘米。\n\n核实。' })
    expect(file).toMatchObject({
      content: { kind: 'text', text: 'The minutes' },
      stated: { title: 'scan.pdf' },
    })
  })

  it('survives lists that lie in one another', async () => {
    const lists = [
      { id: 'a', name: 'A', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'a' },
    ]
    const bookmarks = [{ createdAt: 1, content: { type: 'link', url: 'https://a.example/' }, lists: ['a'] }]
    const reads = await readText(readKarakeep, JSON.stringify({ bookmarks, lists }))
    expect(itemsOf(reads)).toMatchObject([{ stated: { folders: [['B', 'A']] } }])
  })

  it('says where it is cut off', async () => {
    const whole = await fixture(FILE)
    const reads = await readText(readKarakeep, whole.subarray(0, whole.indexOf('scan.pdf')))
    expect(reads.map(({ ok }) => ok)).toEqual([true, true, false])
  })
})
