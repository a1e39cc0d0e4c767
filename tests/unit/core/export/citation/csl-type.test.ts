import { describe, expect, it } from 'vitest'
import { cslDate } from '../../../../../electron/core/export/citation/csl-date.ts'
import { cslType } from '../../../../../electron/core/export/citation/csl-type.ts'
import { clippingWith } from '../sample-clipping.ts'

const of = (name: string | undefined, changes: Parameters<typeof clippingWith>[0] = {}) =>
  cslType(
    clippingWith({
      source: name === undefined ? undefined : { name },
      sources: name === undefined ? [] : [{ name }],
      ...changes,
    }),
  )
const PDF = [{ sha256: 'a'.repeat(64), mediaType: 'application/pdf', byteLength: 1, name: 'a.pdf' }]

describe('the kind of work that a clipping is', () => {
  it.each([
    ['人民日报', 'article-newspaper'],
    ['央视新闻', 'article-newspaper'],
    ['三联生活周刊', 'article-magazine'],
    ['The Atlantic Monthly', 'article-magazine'],
    ['The Guardian', 'article-newspaper'],
    ['商务部网站', 'webpage'],
    ['Department of Commerce', 'webpage'],
  ])('is what its outlet is: %s', (name, type) => {
    expect(of(name)).toBe(type)
  })

  it('is an article where all that is known is the day of its publication', () => {
    expect(of(undefined)).toBe('article-newspaper')
  })

  it('is a page without an outlet, a report where it calls itself one and has pages, else a document', () => {
    expect(of(undefined, { url: 'https://a.example/' })).toBe('webpage')
    expect(of(undefined, { title: '年度报告', originals: PDF })).toBe('report')
    expect(of('国家统计局', { title: 'Annual report', originals: PDF })).toBe('report')
    expect(of(undefined, { title: '年度报告', published: 'not-stated' })).toBe('document')
    expect(
      of(undefined, { published: { edtf: '2025-07', origin: 'text', evidence: '', confidence: 1 } }),
    ).toBe('document')
    expect(of(undefined, { title: 'Minutes', originals: PDF })).toBe('document')
  })
})

describe('a date of CSL', () => {
  it.each([
    ['2025', [[2025]]],
    ['2025-07', [[2025, 7]]],
    ['2025-07-19', [[2025, 7, 19]]],
    ['2025-07-19T23:59:16+08:00', [[2025, 7, 19]]],
    [
      '2025-07/2025-09',
      [
        [2025, 7],
        [2025, 9],
      ],
    ],
    ['-0044-03-15', [[-44, 3, 15]]],
  ])('is as exact as it is stated: %s', (edtf, parts) => {
    expect(cslDate(edtf)).toEqual({ 'date-parts': parts })
  })

  it('is words where it has no end', () => {
    expect(cslDate('2025-07-01/')).toEqual({ literal: '2025-07-01/..' })
    expect(cslDate('/2025')).toEqual({ literal: '../2025' })
  })
})
