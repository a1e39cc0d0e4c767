import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allMatches } from '../../../electron/core/all-matches.ts'

const PATTERNS = [
  /a/gu,
  /a*/gu,
  /(?<x>[ab]+)(?:c)?/giu,
  /(?=b)/gu,
  /\p{Script=Han}|\ud83d\ude00?/gu,
  /(?<!a)b|$/gu,
]

const found = (matches: Iterable<RegExpExecArray>) =>
  [...matches].map(({ 0: whole, index, groups }) => ({ whole, index, groups: { ...groups } }))

test('finds what matchAll finds, also nothing, between the halves of no character, and once more', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'A', '\u4e2d', '\ud83d\ude00', ' '),
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, fc.constantFrom(...PATTERNS), (subject, pattern) => {
      const expected = found(subject.matchAll(pattern))
      expect(found(allMatches(subject, pattern))).toEqual(expected)
      expect(found(allMatches(subject, pattern))).toEqual(expected)
    }),
    { seed: 4 },
  )
})
