import { describe, expect, it } from 'vitest'
import { readReadwiseHighlights, readReadwiseReader } from '../../../electron/formats/readwise.ts'
import { failuresOf, itemNamed, itemsOf, readFixture, recognisedAs } from '../../formats/reading.ts'

describe("Readwise Reader's library", () => {
  it('is recognised by its columns', async () => {
    expect(await recognisedAs('readwise/reader.csv')).toBe('readwise-reader')
  })

  it('accounts for each row, with tags as Python prints them, times and what was read', async () => {
    const reads = await readFixture(readReadwiseReader, 'readwise/reader.csv')
    expect(
      itemsOf(reads).map(({ stated }) => [stated.title, stated.tags, stated.savedAt, stated.isRead]),
    ).toEqual([
      ['Harbour ferries return', ['transport', "harbour's"], '2022-11-06T04:33:50.000Z', false],
      ['南湖水位连续三日下降', ['水利'], '2023-04-01T04:00:00.000Z', true],
      ['Read to its end', [], '2024-01-15T10:00:00.000Z', true],
    ])
    expect(failuresOf(reads)).toMatchObject([{ key: 'line 5', reason: 'damaged' }])
  })
})

describe("Readwise's highlights", () => {
  it('are recognised by their columns', async () => {
    expect(await recognisedAs('readwise/highlights.csv')).toBe('readwise-highlights')
  })

  it('are one item a document, with every highlight and note', async () => {
    const reads = await readFixture(readReadwiseHighlights, 'readwise/highlights.csv')
    expect(itemsOf(reads)).toHaveLength(2)
    expect(failuresOf(reads)).toMatchObject([{ key: 'line 7', reason: 'damaged' }])
    expect(itemNamed(reads, 'Council says no')).toMatchObject({
      content: {
        kind: 'text',
        text: 'The vote was nine to four, and the mayor "left early".\n\nA second passage\nover two lines',
      },
      stated: {
        bylines: ['Ann Reed'],
        tags: ['city', 'tram'],
        note: 'A note without a passage',
        highlights: [
          { note: 'Check the minutes', colour: 'yellow', madeAt: '2023-05-14T09:12:00.000Z' },
          { text: 'A second passage\nover two lines', note: undefined },
        ],
      },
    })
    expect(itemNamed(reads, '南湖水位连续三日下降').stated.highlights).toMatchObject([
      { text: '水位下降了十二厘米。', colour: 'blue' },
    ])
  })
})
