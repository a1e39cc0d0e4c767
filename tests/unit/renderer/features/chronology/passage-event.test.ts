import { expect, it } from 'vitest'
import type { DateInText } from '../../../../../electron/core/model/article.ts'
import { eventOfPassage } from '../../../../../renderer/features/chronology/passage-event.ts'

const date = (phrase: string, order: number, start: number): DateInText => ({
  phrase,
  edtf: `2026-01-${String(start + 10)}`,
  precision: 'day',
  order,
  start,
  confidence: 1,
})
const DATES = [date('17日', 2, 9), date('1月11日', 1, 4), date('次日', 1, 1)]

it('is what a passage says, with the first date that stands within it', () => {
  const passage = { from: { order: 1, at: 3 }, to: { order: 2, at: 12 }, text: ' 候船楼\n起火。 ' }
  expect(eventOfPassage(passage, DATES)).toEqual({
    words: '候船楼 起火。',
    date: expect.objectContaining({ phrase: '1月11日' }),
  })
})

it('has no date where none stands in the passage whole', () => {
  const passage = { from: { order: 1, at: 5 }, to: { order: 2, at: 11 }, text: '起火' }
  expect(eventOfPassage(passage, DATES).date).toBeUndefined()
})
