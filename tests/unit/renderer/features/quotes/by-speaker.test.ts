import { expect, it } from 'vitest'
import { bySpeaker } from '../../../../../renderer/features/quotes/by-speaker.ts'

it('has those of one speaker together, the first to speak first, and those of nobody stated last', () => {
  const quotes = [null, 'A', 'B', 'A'].map((speaker, start) => ({
    words: `words ${start}`,
    speaker,
    order: 0,
    start,
    end: start + 1,
  }))
  expect(bySpeaker(quotes).map(group => [group.speaker, group.quotes.map(({ start }) => start)])).toEqual([
    ['A', [1, 3]],
    ['B', [2]],
    [null, [0]],
  ])
})
