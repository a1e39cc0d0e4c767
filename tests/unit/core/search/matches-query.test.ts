import { describe, expect, test } from 'vitest'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { SearchDocument } from '../../../../electron/core/search/document.ts'
import { matchesQuery } from '../../../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import { sampleClipping, sampleId } from '../library/samples.ts'

const documentOf = (
  over: Partial<Clipping>,
  text = '',
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  clipping: sampleClipping(1, over),
  text,
  datesInText: [],
  collections: [],
  clippedOn: '2025-07-19',
  ...more,
})

function finds(query: string, document: SearchDocument): boolean {
  const parsed = parseQuery(query, { today: '2025-07-20' })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return matchesQuery(parsed.value.query, document)
}

const article = documentOf(
  {
    title: '黃仁勳曾赴白宮力勸特朗普',
    bylines: ['张三'],
    editors: ['刘锦平'],
    source: { name: '央视新闻' },
    sources: [{ name: '央视新闻' }],
    reportedBy: [{ source: 'The New York Times', phrase: '' }],
    tags: ['公司/英伟达'],
    note: 'Ask Zoë',
    language: 'zh-Hant',
    url: 'https://www.news.cctv.example/2025/a.html',
    published: { edtf: '2025-07', origin: 'text', evidence: '', confidence: 1 },
    starred: true,
    collections: [sampleId(9)],
  },
  '美批准对华销售H20芯片，市场反应平静。\n“中国制造”与 state-of-the-art exports；王　毅说',
  { collections: [{ id: sampleId(9), name: '出口管制 2025' }] },
)

describe('a query finds', () => {
  test.each([
    ['one character', '芯'],
    ['two characters', '芯片'],
    ['a run of any length', '批准对华销售'],
    ['traditional by simplified and the other way round', '黄仁勋 批準對華'],
    ['any width and case, without diacritics', 'ｈ２０ ZOE'],
    ['scripts that are mixed, with or without a space', 'h20芯片 "H20 芯片" 销售h20'],
    ['a phrase with its punctuation, whatever the marks', '"芯片，市场" "芯片。市场"'],
    ['through quotation marks and wide spaces', '中国制造与 王毅'],
    ['words with hyphens by their parts', 'state "of the art" state-of-the-art'],
    ['the beginning of a word', 'expo* "art exp"*'],
    ['words of different fields', '白宫 央视 york 刘锦平 英伟达 zoë 芯片'],
    ['one of several', 'xyz OR 芯片'],
    ['by field', 'title:白宫 text:芯片 note:zoe tag:英伟达 source:york by:张三 by:刘锦平'],
    ['by collection', 'in:出口管制'],
    ['by language', 'lang:zh lang:zh-hant -lang:en'],
    ['by state', 'is:starred is:unread -is:read -is:inbox -is:trashed'],
    [
      'by what there is',
      'has:note has:tag has:collection has:byline has:source has:date has:address -has:original',
    ],
    ['by host, of any subdomain', 'site:cctv.example site:news.cctv.example -site:tv.example'],
    ['a month that a day may fall in', 'published:2025-07-15'],
    ['the day of clipping', 'clipped:2025-07-19 -clipped:2025-07-20'],
    ['by pinyin in full, the last syllable perhaps unfinished', 'huangrenxun title:baig yingweida yangshix'],
    ['by first letters', 'hrx tag:ywd source:ysxw'],
  ])('%s', (_, query) => {
    expect(finds(query, article)).toBe(true)
  })

  test.each([
    ['part of a Latin word', 'xport'],
    ['a word that goes on without *', 'expor'],
    ['characters across a comma', '芯片市场'],
    ['a phrase across two paragraphs', '"平静中国"'],
    ['a phrase across two fields', '"特朗普美"'],
    ['words in another field', 'title:芯片'],
    ['what is excluded', '芯片 -h20'],
    ['pinyin of one character', 'title:bai'],
    ['pinyin in quotation marks', '"ywd"'],
    ['pinyin of the body', 'xinpian'],
    ['days outside', 'published:2025-08..'],
    ['a clipping that names no such day', 'happened:2025'],
  ])('not %s', (_, query) => {
    expect(finds(query, article)).toBe(false)
  })

  test('readings that depend on the word', () => {
    const banks = documentOf({ title: '重庆银行' })
    expect(finds('chongqingyinhang cqyh', banks)).toBe(true)
    expect(finds('zhongqing', banks)).toBe(false)
  })

  test('days in the text', () => {
    const date = { phrase: '', precision: 'day', order: 0, start: 0, confidence: 1 } as const
    const told = documentOf({}, '', { datesInText: [{ ...date, edtf: '2025-07-15' }] })
    expect(finds('happened:2025-07 -happened:2025-07-16..', told)).toBe(true)
  })

  test('everything by an empty query, and trashed clippings unless excluded', () => {
    const trashed = documentOf({ trashedAt: '2025-07-20T00:00:00.000Z' })
    expect(finds('', trashed)).toBe(true)
    expect(finds('is:trashed', trashed)).toBe(true)
    expect(finds('is:inbox', trashed)).toBe(false)
  })
})
