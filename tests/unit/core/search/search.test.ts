import { describe, expect, test } from 'vitest'
import { fold, wordsOf } from '../../../../electron/core/search/fold.ts'
import { matcher } from '../../../../electron/core/search/matcher.ts'
import { occurrences } from '../../../../electron/core/search/occurrences.ts'
import { sampleClipping } from '../library/samples.ts'

describe('folding', () => {
  test.each([
    ['case', 'Ｎｖｉｄｉａ NVIDIA', 'nvidia nvidia'],
    ['width', 'Ｈ２０，', 'h20,'],
    ['diacritics', 'Café Ångström Đà Nẵng', 'cafe angstrom đa nang'],
    ['ligatures', 'eﬃcient', 'efficient'],
    ['Greek', 'ΟΔΥΣΣΕΎΣ ὀδός', 'οδυσσευσ οδοσ'],
    ['Turkish', 'İstanbul', 'istanbul'],
  ])('unifies %s', (_, text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('keeps what makes another word: kana with a voicing mark, Indic vowels, Hangul', () => {
    for (const text of ['ガス', 'हिन्दी', '한국', 'กำลัง'.normalize('NFKC')]) expect(fold(text)).toBe(text)
    expect(fold('ガ')).not.toBe(fold('カ'))
  })

  test('of a query gives each word once', () => {
    expect(wordsOf('　英伟达  H20 h20\t')).toEqual(['英伟达', 'h20'])
    expect(wordsOf(' ')).toEqual([])
  })
})

describe('matching', () => {
  const clipping = sampleClipping(1, {
    title: '黄仁勋曾赴白宫力劝特朗普',
    bylines: ['创始人'],
    sources: [{ name: '央视新闻' }],
    reportedBy: [{ source: 'The New York Times', phrase: '' }],
    editors: ['刘锦平'],
    tags: ['公司/英伟达'],
    note: 'Ask Zoë',
    excerpt: '美批准对华销售H20芯片',
  })

  test.each([
    ['inside Chinese text', '仁勋'],
    ['in any field', '创始 央视 york 锦平 英伟 zoe ｈ２０'],
    ['of an empty query', '  '],
  ])('finds words %s', (_, query) => {
    expect(matcher(query)(clipping)).toBe(true)
  })

  test('needs every word', () => {
    expect(matcher('英伟达 华为')(clipping)).toBe(false)
  })

  test('takes no word from the seam of two fields', () => {
    expect(matcher('特朗普创始人')(clipping)).toBe(false)
  })

  test('looks into the body where it is given, each word in either place', () => {
    expect(matcher('英伟达 Licence')(clipping)).toBe(false)
    expect(matcher('英伟达 Licence')(clipping, 'an export LICENCE')).toBe(true)
    expect(matcher('英伟达 Licence')(clipping, 'an export')).toBe(false)
  })
})

describe('occurrences', () => {
  const marked = (text: string, query: string) =>
    occurrences(text, query).map(({ start, end }) => text.slice(start, end))

  test('are given in the units of the text as it is', () => {
    expect(occurrences('a Ｈ２０ chip', 'h20')).toEqual([{ start: 2, end: 5 }])
    expect(marked('eﬃcient Cafe\u0301 CAFÉ', 'cafe fic')).toEqual(['ﬃc', 'Cafe\u0301', 'CAFÉ'])
    expect(marked('英伟达与英伟', '英伟')).toEqual(['英伟', '英伟'])
  })

  test('that touch or overlap are one, and words that do not occur are none', () => {
    expect(marked('banana', 'ana nan')).toEqual(['anana'])
    expect(marked('banana', 'x')).toEqual([])
    expect(marked('banana', ' ')).toEqual([])
  })
})
