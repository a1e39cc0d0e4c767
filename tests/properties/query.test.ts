import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../electron/core/search/fold.ts'
import { highlightsIn } from '../../electron/core/search/highlights.ts'
import { matchesByFields, matchesQuery } from '../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../electron/core/search/parse-query.ts'
import { printQuery } from '../../electron/core/search/print-query.ts'
import { snippetOf } from '../../electron/core/search/snippet.ts'
import { unitsOf } from '../../electron/core/search/units.ts'
import { arbitraryDocument, arbitraryQuery, arbitraryTyping } from './search-arbitraries.ts'

const today = '2025-07-20'
const SEED = { seed: 20250719 }

describe('a query', () => {
  test('that is printed is read as the same query', () => {
    fc.assert(
      fc.property(arbitraryQuery(), query => {
        expect(parseQuery(printQuery(query), { today })).toEqual({ ok: true, value: { query, notes: [] } })
      }),
      { ...SEED, numRuns: 3000 },
    )
  })

  test('is decided without the article only as it is decided with it', () => {
    const decided = new Set<boolean | undefined>()
    fc.assert(
      fc.property(arbitraryDocument(1), arbitraryQuery(), (document, query) => {
        const holds = matchesByFields(query, { ...document, text: '', datesInText: [] })
        decided.add(holds)
        if (holds !== undefined) expect(holds).toBe(matchesQuery(query, document))
      }),
      { ...SEED, numRuns: 3000 },
    )
    expect(decided.size).toBe(3)
  })

  test('is read at any moment of typing, and what is wrong lies in its text', () => {
    fc.assert(
      fc.property(arbitraryTyping, fc.boolean(), (text, typing) => {
        const parsed = parseQuery(text, { today, typing })
        const places = parsed.ok ? parsed.value.notes : [parsed.error]
        for (const { position, length } of places) {
          expect(position).toBeGreaterThanOrEqual(0)
          expect(length).toBeGreaterThan(0)
          expect(position + length).toBeLessThanOrEqual(text.length)
        }
        if (!parsed.ok) return
        const again = parseQuery(printQuery(parsed.value.query), { today })
        expect(again).toEqual({ ok: true, value: { query: parsed.value.query, notes: [] } })
      }),
      { ...SEED, numRuns: 3000 },
    )
  })
})

test('what is folded is folded, and has the same units', () => {
  fc.assert(
    fc.property(arbitraryDocument(1), fc.string({ unit: 'grapheme' }), ({ text }, other) => {
      for (const each of [text, other]) {
        expect(fold(fold(each))).toBe(fold(each))
        expect(unitsOf(fold(each))).toEqual(unitsOf(each))
      }
    }),
    { ...SEED, numRuns: 1000 },
  )
})

test('a snippet has all highlights of its piece, and one wherever the body has any', () => {
  fc.assert(
    fc.property(arbitraryDocument(1), arbitraryQuery(1), ({ text }, query) => {
      const snippet = snippetOf(text, query, 1000)
      expect(snippet.highlights).toEqual(highlightsIn(text, query, 'text'))
      const short = snippetOf(`${'另 '.repeat(200)}\n${text}`, query, 100)
      if (snippet.highlights.length > 0) expect(short.highlights).not.toEqual([])
    }),
    { ...SEED, numRuns: 1000 },
  )
})

test('a snippet is a piece of the body with highlights in it', () => {
  fc.assert(
    fc.property(
      arbitraryDocument(1),
      arbitraryQuery(1),
      fc.integer({ min: 5, max: 60 }),
      ({ text }, query, length) => {
        const snippet = snippetOf(text, query, length)
        expect(snippet.text.length).toBeLessThanOrEqual(length)
        expect(text.replace(/\s/gu, ' ')).toContain(snippet.text)
        let end = 0
        for (const highlight of snippet.highlights) {
          expect(highlight.start).toBeGreaterThanOrEqual(end)
          end = highlight.end
          expect(end).toBeGreaterThan(highlight.start)
        }
        expect(end).toBeLessThanOrEqual(snippet.text.length)
      },
    ),
    { ...SEED, numRuns: 1000 },
  )
})
