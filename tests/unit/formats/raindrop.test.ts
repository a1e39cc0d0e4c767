import { describe, expect, it } from 'vitest'
import { readRaindrop } from '../../../electron/formats/raindrop.ts'
import { failuresOf, itemNamed, itemsOf, readFixture, recognisedAs } from '../../formats/reading.ts'

const FILE = 'raindrop/raindrop.csv'

describe('a Raindrop.io CSV', () => {
  it('is recognised by its columns', async () => {
    expect(await recognisedAs(FILE)).toBe('raindrop')
  })

  it('accounts for each of its rows', async () => {
    const reads = await readFixture(readRaindrop, FILE)
    expect(itemsOf(reads)).toHaveLength(4)
    expect(failuresOf(reads)).toMatchObject([{ reason: 'damaged' }])
  })

  it('keeps note, collection, tags, time, favourite and highlights with their notes', async () => {
    expect(itemNamed(await readFixture(readRaindrop, FILE), 'Harbour ferries return').stated).toMatchObject({
      note: 'Ask the harbour office\nabout the fares',
      folders: [['Transport', 'Harbour']],
      tags: ['ferries', 'winter'],
      savedAt: '2024-03-15T09:30:00.000Z',
      starred: true,
      highlights: [
        { text: 'The first boat leaves at six.', note: 'Six in the morning?' },
        { text: 'Fares stay the same.' },
      ],
    })
  })

  it('leaves a slash in the name of a collection alone, and reads a time in seconds', async () => {
    expect(itemNamed(await readFixture(readRaindrop, FILE), '南湖水位连续三日下降').stated).toMatchObject({
      folders: [['Apps/Services', '水利']],
      savedAt: '2023-11-14T22:13:20.000Z',
      starred: false,
    })
  })

  it('knows Unsorted for no collection and Trash for the trash', async () => {
    const reads = await readFixture(readRaindrop, FILE)
    expect(itemNamed(reads, 'Nowhere').stated).toMatchObject({ folders: [], trashed: false })
    expect(itemNamed(reads, 'Thrown away').stated).toMatchObject({
      folders: [],
      trashed: true,
      highlights: [{ text: 'One line' }, { text: 'Another line' }],
    })
  })
})
