import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupMentions, type MentionGroup } from '../../electron/core/chronology/group-mentions.ts'
import { Chronology } from '../../electron/core/chronology/list-events.ts'
import type { FoundMention } from '../../electron/core/chronology/mentions.ts'
import type { ChronologyEvent, EventStatus } from '../../electron/core/model/chronology.ts'
import { sampleId } from '../unit/core/library/samples.ts'

const words = fc.constantFrom(
  '港口工人举行罢工要求提高工资',
  '港口工人罢工要求加薪',
  '市长出席图书馆开幕式',
  'dockers walk out over pay at the harbour',
  'harbour dockers strike over pay',
)
const mention: fc.Arbitrary<FoundMention> = fc
  .record({
    clipping: fc.nat(6),
    order: fc.nat(3),
    start: fc.nat(3),
    edtf: fc.constantFrom(
      '2025-07-15',
      '2025-07-16',
      '2025-07',
      '2025',
      '2025-07-14/2025-07-16',
      '2024-07-15',
    ),
    words,
  })
  .map(each => ({
    clipping: sampleId(each.clipping),
    phrase: each.edtf,
    edtf: each.edtf,
    sentence: `${each.edtf} ${each.words}`,
    place: { order: each.order, start: each.start * 100, end: each.start * 100 + 50 },
    at: each.start * 100,
  }))
const mentions = fc.uniqueArray(mention, {
  maxLength: 30,
  // A sentence stands once in its place.
  selector: ({ clipping, place }) => `${clipping} ${place.order} ${place.start}`,
})
const sourceOf = (clipping: string) => ({ family: clipping, published: '' })
const plain = (groups: readonly MentionGroup[]) =>
  groups.map(group => group.map(({ clipping, place }) => `${clipping} ${place.order} ${place.start}`))

describe('the events of any mentions', () => {
  test('are the same in whatever order the mentions come', () => {
    fc.assert(
      fc.property(mentions, fc.func(fc.integer()), (all, key) => {
        const shuffled = [...all].sort((a, b) => key(a) - key(b))
        expect(plain(groupMentions(shuffled, sourceOf))).toEqual(plain(groupMentions(all, sourceOf)))
      }),
      { seed: 41, numRuns: 300 },
    )
  })

  test('have every mention once, whatever of them is kept, merged and decided', () => {
    const decision = fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom<EventStatus>('accepted', 'rejected'))
    fc.assert(
      fc.property(mentions, fc.array(decision, { maxLength: 6 }), (all, decisions) => {
        const groups = groupMentions(all, sourceOf)
        let kept: ChronologyEvent[] = []
        const collection = sampleId(90)
        for (const [index, [one, other, status]] of decisions.entries()) {
          const events = new Chronology(groups, new Map()).events(kept)
          const [a, b] = [events[one % events.length], events[other % events.length]]
          if (a === undefined || b === undefined) continue
          const both = a === b ? [a] : [a, b]
          const ids = both.map(({ event }) => event.id)
          kept = [
            ...kept.filter(({ id }) => !ids.includes(id)),
            {
              id: sampleId(200 + index),
              collection,
              status,
              mentions: both.flatMap(({ event }) => event.mentions),
            },
          ]
        }
        const events = new Chronology(groups, new Map()).events(kept)
        const shown = events.flatMap(({ event }) => event.mentions)
        const key = ({ clipping, sentence, phrase }: (typeof shown)[number]) =>
          `${clipping} ${sentence} ${phrase}`
        expect(new Set(shown.map(key))).toEqual(new Set(all.map(key)))
        const listed = events.flatMap(({ listed: { reports } }) => reports.map(key))
        expect(new Set(listed).size).toBe(listed.length)
        for (const { status } of kept)
          expect(events.some(({ listed }) => listed.status === status)).toBe(true)
      }),
      { seed: 42, numRuns: 300 },
    )
  })
})
