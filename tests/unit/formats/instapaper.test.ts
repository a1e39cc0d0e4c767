import { describe, expect, it } from 'vitest'
import { readInstapaper } from '../../../electron/formats/instapaper.ts'
import { failuresOf, itemNamed, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const FILE = 'instapaper/instapaper-export.csv'

describe('an Instapaper CSV', () => {
  it('is recognised by its columns, with tags or without', async () => {
    expect(await recognisedAs(FILE)).toBe('instapaper')
    expect(await recognisedAs('instapaper/older.csv')).toBe('instapaper')
  })

  it('accounts for each of its rows', async () => {
    const reads = await readFixture(readInstapaper, FILE)
    expect(itemsOf(reads)).toHaveLength(5)
    expect(failuresOf(reads)).toMatchObject([{ key: 'line 7', reason: 'damaged' }])
  })

  it('tells its own folders, which are states, from those of the reader', async () => {
    const reads = await readFixture(readInstapaper, FILE)
    const told = itemsOf(reads).map(({ stated }) => [stated.folders, stated.isRead, stated.starred])
    expect(told).toEqual([
      [[], false, false],
      [[], true, false],
      [[['水利报道']], false, false],
      [[], false, true],
      [[], false, false],
    ])
  })

  it('keeps tags, times and what was selected', async () => {
    const reads = await readFixture(readInstapaper, FILE)
    expect(itemNamed(reads, 'Harbour ferries return').stated).toMatchObject({
      tags: ['transport', 'harbour'],
      savedAt: '2023-07-06T07:31:35.000Z',
    })
    expect(itemNamed(reads, 'Council says no, again').stated.highlights).toEqual([
      { text: 'The vote was nine to four.' },
    ])
  })

  it('has the text of a note that has no address', async () => {
    const note = itemNamed(await readFixture(readInstapaper, FILE), 'A mailed note')
    expect(note.content).toEqual({ kind: 'text', text: 'The minutes of the meeting, as I noted them.' })
  })

  it('states no time and no tags where older exports have none', async () => {
    const [old] = itemsOf(await readFixture(readInstapaper, 'instapaper/older.csv'))
    expect(old?.stated).toMatchObject({ isRead: true, tags: [], savedAt: undefined })
  })

  it('ends with its reason where it is empty', async () => {
    expect(failuresOf(await readText(readInstapaper, ''))).toMatchObject([{ key: '', reason: 'empty' }])
  })
})
