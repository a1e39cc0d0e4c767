import { describe, expect, test } from 'vitest'
import { matchesQuery } from '../../../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import { sampleClipping } from '../library/samples.ts'

function finds(text: string, words: string): boolean {
  const parsed = parseQuery(words, { today: '2025-07-19' })
  if (!parsed.ok) throw new Error(parsed.error.code)
  const clipping = sampleClipping(1, { title: '', tags: [], bylines: [], sources: [] })
  return matchesQuery(parsed.value.query, {
    clipping,
    text,
    datesInText: [],
    collections: [],
    clippedOn: '2025-07-19',
  })
}

describe('a query finds', () => {
  test.each([
    ['full-width letters and digits', 'Ｈ２０芯片', 'h20'],
    ['half-width kana', 'ｶﾞｽ料金', 'ガス'],
    ['a traditional character by its simplified one', '頭髮與發展', '头发'],
    ['either of two traditional characters of one simplified one', '頭髮與發展', '发展'],
    ['a traditional character by another with the same simplified one', '皇后', '皇後'],
    ['a rare character beyond the basic plane', '𠮷野家開店', '𠮷野'],
    ['a rare character by itself', '作者𪚥', '𪚥'],
    ['digits between characters', '7月19日电', '7月19日'],
    ['a character behind a digit', '7月19日电', '日电'],
    ['a number beside characters', '共销售20万台', '20'],
    ['degrees', '气温39℃以上', '39℃'],
    ['a composed letter by one with its mark apart', 'café', 'cafe\u0301'],
    ['one half of a hyphenated word', 'state-owned firms', 'owned'],
    ['a hyphenated word', 'state-owned firms', 'state-owned'],
    ['a hyphenated word written with a space', 'state-owned firms', '"state owned"'],
    ['a word with an apostrophe', "the minister's plan", "minister's"],
    ['a typographic apostrophe by a straight one', 'the minister’s plan', "minister's"],
    ['a word in front of an apostrophe', 'the minister’s plan', 'minister'],
    ['an address', 'see https://www.example.com/a?b=1 now', 'https://www.example.com/a?b=1'],
    ['a host in an address', 'see https://www.example.com/a now', 'example.com'],
    ['Hangul inside a word', '대한민국정부', '민국'],
    ['Thai inside a sentence', 'ประเทศไทยวันนี้', 'ไทย'],
    ['a number with a comma', 'worth 1,500 dollars', '1,500'],
    ['a decimal number', '增长3.5个百分点', '3.5个'],
    ['a percentage', '增长3.5%', '3.5%'],
    ['initials with stops', 'the U.S. economy', 'U.S.'],
    ['a sign of currency beside a number', '价格为$300', '300'],
    ['words across a middle dot', '唐纳德·特朗普', '唐纳德特朗普'],
    ['words in book-title marks', '《三体》作者', '三体作者'],
    ['an email', 'write to a.b@news.example', 'a.b@news.example'],
    ['a hashtag', '#出口管制# 热议', '出口管制'],
    ['words beside an emoji', '芯片🚀上涨', '芯片'],
    ['circled and Roman numbers', '第①条 Ⅳ', '第1条'],
    ['a squared unit', '面积50㎡', '50m2'],
    ['a long vowel mark', 'サーバー販売', 'サーバー'],
    ['a repeated character mark', '人々の声', '人々'],
    ['German ß by itself', 'Straße', 'straße'],
    ['capital ẞ', 'STRAẞE', 'straße'],
    ['a zero-width space in a word', '出口\u200b管制', '出口管制'],
    ['a byte order mark in front', '\ufeff出口', '出口'],
    ['a soft hyphen in a word', 'ex\u00adport', 'export'],
    ['a variation selector behind a character', '葛\u{e0100}城', '葛城'],
  ])('%s', (_, text, words) => {
    expect(finds(text, words)).toBe(true)
  })
})

describe('a query does not find', () => {
  test.each([
    ['a part of a Latin word', 'export', 'port'],
    ['characters across a comma', '芯片，市场', '芯片市场'],
    ['characters across paragraphs', '芯片\n市场', '芯片市场'],
    ['a number inside a number', '2025', '20'],
    ['an emoji alone, which is no word', '芯片🚀上涨', '🚀 -芯片'],
  ])('%s', (_, text, words) => {
    expect(finds(text, words)).toBe(false)
  })
})
