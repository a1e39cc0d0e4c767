import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, wordsOf } from '../../electron/core/search/fold.ts'
import { matcher } from '../../electron/core/search/matcher.ts'
import { occurrences } from '../../electron/core/search/occurrences.ts'
import { sampleClipping } from '../unit/core/library/samples.ts'

const settings = { seed: 20250719, numRuns: 1000 }

/** Text of letters that fold: width, case, marks, ligatures, Chinese, white space. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'ａ',
      'é',
      'e\u0301',
      'É',
      'ﬃ',
      'Σ',
      'ς',
      '英',
      '伟',
      '　',
      ' ',
      '\n',
      'ガ',
      '한',
      '😀',
      'İ',
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''))

describe('search', () => {
  test('folding twice is folding once, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), value => {
        expect(fold(fold(value))).toBe(fold(value))
      }),
      settings,
    )
  })

  test('any part of a title between white space finds it', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (title, from, length) => {
        const part = fold(title).slice(from, from + length)
        // A part may start in the middle of a surrogate pair, which no one can type.
        if (/\p{Cs}/u.test(part)) return
        expect(matcher(part)(sampleClipping(1, { title }))).toBe(true)
      }),
      settings,
    )
  })

  test('each occurrence folds to text that holds a word of the query, and none is missed', () => {
    fc.assert(
      fc.property(text, text, (value, query) => {
        const words = wordsOf(query)
        const found = occurrences(value, query)
        for (const { start, end } of found)
          expect(words.some(word => fold(value.slice(start, end)).includes(word))).toBe(true)
        const rest = found.reduceRight(
          (left, { start, end }) => `${left.slice(0, start)}\n${left.slice(end)}`,
          value,
        )
        for (const word of words) expect(fold(rest).includes(word)).toBe(false)
      }),
      settings,
    )
  })
})
