import { describe, expect, it } from 'vitest'
import type { ListedEvent } from '../../../../../electron/core/model/chronology.ts'
import { withDecision } from '../../../../../renderer/features/chronology/decided-at-once.ts'

const event = (key: string, status: ListedEvent['status']): ListedEvent => ({
  key,
  status,
  date: '2025-07-15',
  words: key,
  language: 'zh-Hans',
  hasOwnDate: false,
  hasOwnWords: false,
  dates: [],
  isDisputed: false,
  reports: [],
  reported: 0,
})
const list = {
  clippings: 3,
  most: 3000,
  counts: { proposed: 2, accepted: 1, rejected: 0 },
  total: 2,
  events: [event('a', 'proposed'), event('b', 'proposed')],
}

describe('a decision that is shown before it is kept', () => {
  it('takes the event out of the list of what it was', () => {
    const after = withDecision(list, 'proposed', 'a', 'accepted')
    expect(after.events.map(({ key }) => key)).toEqual(['b'])
    expect(after).toMatchObject({ total: 1, counts: { proposed: 1, accepted: 2, rejected: 0 } })
  })

  it('leaves it in the list of all, as what it is now', () => {
    const all = { ...list, total: 3, events: [...list.events, event('c', 'accepted')] }
    const after = withDecision(all, undefined, 'c', 'proposed')
    expect(after.events.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'a proposed',
      'b proposed',
      'c proposed',
    ])
    expect(after).toMatchObject({ total: 3, counts: { proposed: 3, accepted: 0, rejected: 0 } })
  })

  it('changes nothing where the event is not there, or is that already', () => {
    expect(withDecision(list, 'proposed', 'z', 'accepted')).toBe(list)
    expect(withDecision(list, 'proposed', 'a', 'proposed')).toBe(list)
  })
})
