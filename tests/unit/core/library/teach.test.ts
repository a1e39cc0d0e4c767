import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acted, applyOutletRules, stripped } from '../../../../electron/core/library/apply-outlet-rules.ts'
import { ruleFrom } from '../../../../electron/core/library/teach.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Extraction } from '../../../../electron/core/model/extraction.ts'
import type { OutletRule } from '../../../../electron/core/model/outlet-rule.ts'
import { sampleArticle, sampleClipping, sampleId } from './samples.ts'

const URL = 'https://www.coast.example/a/1.html'
const read = (over: Partial<Clipping>): Clipping => sampleClipping(1, { url: URL, ...over })
const host = { by: 'host', host: 'coast.example' } as const

describe('a correction', () => {
  test.each([
    [
      'of a headline with the outlet behind it',
      { title: 'Port closes | Coast Daily' },
      { title: 'Port closes' },
      { do: 'strip-title', where: 'end', words: 'Coast Daily' },
    ],
    [
      'of a headline with a label before it',
      { title: '独家：港口关闭' },
      { title: '港口关闭' },
      { do: 'strip-title', where: 'start', words: '独家' },
    ],
    [
      'of a byline that is no person',
      { bylines: ['Lin Wei', 'Staff Reporter'] },
      { bylines: ['Lin Wei'] },
      { do: 'drop-byline', name: 'Staff Reporter' },
    ],
    [
      'of a name with a title before it',
      { bylines: ['Correspondent: Lin Wei'] },
      { bylines: ['Lin Wei'] },
      { do: 'strip-byline', where: 'start', words: 'Correspondent' },
    ],
    [
      'of a name with its office behind it',
      { bylines: ['林薇 海岸日报'] },
      { bylines: ['林薇'] },
      { do: 'strip-byline', where: 'end', words: '海岸日报' },
    ],
    [
      'of the name of the outlet',
      { sources: [{ name: 'coast.example' }] },
      { sources: [{ name: 'Coast Daily' }] },
      { do: 'name-source', from: 'coast.example', to: 'Coast Daily' },
    ],
    [
      'of an outlet that the page does not name',
      { sources: [] },
      { sources: [{ name: 'Coast Daily' }] },
      { do: 'set-source', to: 'Coast Daily' },
    ],
    [
      'of a date that is none',
      { published: { edtf: '2020-01-01', origin: 'meta', evidence: '2020', confidence: 0.9 } },
      { published: 'not-stated' },
      { do: 'ignore-date', origin: 'meta' },
    ],
  ] as const)('%s teaches a rule for the host', (_, before, after, action) => {
    const [one, other] = [
      read(before as Partial<Clipping>),
      read({ ...before, ...after } as Partial<Clipping>),
    ]
    expect(ruleFrom(one, other)).toEqual({ outlet: host, action })
  })

  test.each([
    ['that rewrites the headline', { title: 'Port closes' }, { title: 'Harbour shuts' }],
    ['that cuts a word in two', { title: 'Portland closes' }, { title: 'Port' }],
    ['that adds a writer', { bylines: ['Lin Wei'] }, { bylines: ['Lin Wei', 'Ann Roe'] }],
    ['that names another writer', { bylines: ['Lin Wei'] }, { bylines: ['Ann Roe'] }],
    ['of title and writer at once', { title: 'A | B', bylines: ['X'] }, { title: 'A', bylines: ['Y'] }],
    ['that changes nothing', { title: 'A' }, { title: 'A' }],
  ])('%s teaches nothing', (_, before, after) => {
    expect(ruleFrom(read(before), read({ ...before, ...after }))).toBeUndefined()
  })

  test('is for the name of the outlet where the address is not known', () => {
    const before = { ...read({ title: 'Port closes - Coast', sources: [{ name: 'Coast' }] }) }
    delete before.url
    expect(ruleFrom(before, { ...before, title: 'Port closes' })?.outlet).toEqual({
      by: 'source',
      name: 'Coast',
    })
    const nameless = { ...before, sources: [] }
    expect(ruleFrom(nameless, { ...nameless, title: 'Port closes' })).toBeUndefined()
  })

  test('is what the rule that it teaches gives, whatever was corrected', () => {
    const words = fc.stringMatching(/^[a-c港口 |:：-]{0,10}$/)
    const fields = fc.record({
      title: words,
      bylines: fc.array(words, { maxLength: 3 }),
      sources: fc.array(
        words.map(name => ({ name })),
        { maxLength: 2 },
      ),
    })
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const [before, after] = [read(one), read({ ...one, ...other })]
        const rule = ruleFrom(before, after)
        if (rule !== undefined) expect(acted(before, rule.action)).toEqual(after)
      }),
      { seed: 8, numRuns: 2000 },
    )
  })
})

const extraction = (over: Partial<Extraction['clipping']>): Extraction => {
  const { id: _, revision: __, ...article } = sampleArticle(1, 'The port closed.')
  const { title, bylines, sources, reportedBy, editors, language, published, excerpt, length } =
    sampleClipping(1)
  return {
    clipping: { title, bylines, sources, reportedBy, editors, language, published, excerpt, length, ...over },
    article: {
      ...article,
      statements: { title: { origin: 'meta', evidence: 'Port closes | Coast', confidence: 0.9 } },
    },
  }
}
const rule = (number: number, over: Omit<OutletRule, 'id'>): OutletRule => ({ id: sampleId(number), ...over })

describe('the rules for an outlet', () => {
  const strip = rule(1, { outlet: host, action: { do: 'strip-title', where: 'end', words: 'coast' } })

  test('change what was read, and say that they did with the words it was read from', () => {
    const after = applyOutletRules(extraction({ title: 'Port closes | Coast' }), [strip], URL)
    expect(after.clipping.title).toBe('Port closes')
    expect(after.article.statements.title).toEqual({
      origin: 'rule',
      evidence: 'Port closes | Coast',
      confidence: 1,
    })
  })

  test('leave other outlets alone, and what they say nothing about', () => {
    const before = extraction({ title: 'Port closes | Coast' })
    expect(applyOutletRules(before, [strip], 'https://other.example/')).toBe(before)
    expect(applyOutletRules(before, [strip], undefined)).toBe(before)
    const plain = extraction({ title: 'Port closes' })
    expect(applyOutletRules(plain, [strip], URL)).toBe(plain)
  })

  test('are for the whole of a host, and for no other that ends alike', () => {
    const before = extraction({ title: 'Port closes | Coast' })
    expect(applyOutletRules(before, [strip], 'https://news.coast.example/').clipping.title).toBe(
      'Port closes',
    )
    expect(applyOutletRules(before, [strip], 'https://notcoast.example/')).toBe(before)
  })

  test('follow each other, and keep the outlet that the list shows the first of all', () => {
    const rules = [
      rule(1, { outlet: host, action: { do: 'set-source', to: 'coast' } }),
      rule(2, {
        outlet: { by: 'source', name: 'COAST' },
        action: { do: 'name-source', from: 'Coast', to: 'Coast Daily' },
      }),
    ]
    const { clipping, article } = applyOutletRules(extraction({}), rules, URL)
    expect(clipping.source).toEqual({ name: 'Coast Daily' })
    expect(clipping.sources).toEqual([{ name: 'Coast Daily' }])
    expect(article.statements.sources).toMatchObject({ origin: 'rule', evidence: 'Coast Daily' })
  })

  test('make a date not stated', () => {
    const published = { edtf: '2020-01-01', origin: 'meta', evidence: '2020', confidence: 0.9 } as const
    const ignore = rule(1, { outlet: host, action: { do: 'ignore-date', origin: 'meta' } })
    expect(applyOutletRules(extraction({ published }), [ignore], URL).clipping.published).toBe('not-stated')
    const byText = { ...published, origin: 'text' } as const
    expect(applyOutletRules(extraction({ published: byText }), [ignore], URL).clipping.published).toBe(byText)
  })

  test('never leave a headline or a name empty', () => {
    expect(stripped('Coast', 'end', 'Coast')).toBe('Coast')
    expect(stripped('| Coast', 'end', 'Coast')).toBe('| Coast')
  })
})
