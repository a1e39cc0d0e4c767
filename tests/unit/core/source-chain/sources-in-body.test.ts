import { describe, expect, it, test } from 'vitest'
import { bodyOf, paragraph } from '../../../../electron/core/body/build.ts'
import { sourcesInBody } from '../../../../electron/core/source-chain/sources-in-body.ts'

const sources = (...texts: string[]) =>
  sourcesInBody(bodyOf(texts.map((text, order) => paragraph(order, text)))).map(({ source, by, phrase }) =>
    by === undefined ? [source, phrase] : [source, phrase, by],
  )

describe('whom a Chinese text names for what it tells', () => {
  test.each([
    ['据环球网7月17日报道，美方已批准。', '环球网', '据环球网7月17日报道'],
    ['另据路透社报道，公司将恢复供货。', '路透社', '另据路透社报道'],
    ['据商务部网站消息，会谈于周四举行。', '商务部网站', '据商务部网站消息'],
    ['据知情人士透露，谈判仍在继续。', '知情人士', '据知情人士透露'],
    ['据海关总署统计，出口增长两成。', '海关总署', '据海关总署统计'],
    ['美国《纽约时报》17日率先披露，许可已经签发。', '美国《纽约时报》', '美国《纽约时报》17日率先披露'],
    ['据英国《金融时报》报道，价格上涨。', '英国《金融时报》', '据英国《金融时报》报道'],
    ['青桥晚报最早报道，末班船推迟。', '青桥晚报', '青桥晚报最早报道'],
    ['他告诉新华社记者，港口不会关闭。', '新华社', '告诉新华社记者'],
    ['黄仁勋接受央视新闻采访时说，可以发货了。', '央视新闻', '接受央视新闻采访'],
    ['另据参考消息，会谈已结束。', '参考消息', '另据参考消息'],
    ['根據《離島週報》報導，船期將變。', '《離島週報》', '根據《離島週報》報導'],
    ['據中央社報導，會議延期。', '中央社', '據中央社報導'],
  ])('%s', (text, source, phrase) => {
    expect(sources(text)).toEqual([[source, phrase]])
  })

  it('also who cites whom', () => {
    expect(sources('路透社援引两名知情人士的话报道称，许可将于下周签发。')).toEqual([
      ['两名知情人士', '路透社援引两名知情人士的话报道称', '路透社'],
    ])
    expect(sources('据彭博社援引美国官员的说法，关税将推迟。')).toEqual([
      ['美国官员', '据彭博社援引美国官员的说法', '彭博社'],
    ])
  })

  it('and that it names nobody', () => {
    expect(sources('据报道，工厂已停产。', '据悉，双方将再次会面。', '有消息称，船期将变。')).toEqual([
      [null, '据报道'],
      [null, '据悉'],
      [null, '有消息称'],
    ])
  })

  it('but makes none of a number, a rule or a conversation', () => {
    expect(
      sources(
        '占据市场的产品很多。',
        '根据规定，船票不得转让。',
        '他对记者说，明天再来。',
        '他向北走了三公里。',
        '据理力争之后，数据显示增长。',
        '依据2025年数据计算。',
      ),
    ).toEqual([])
  })
})

describe('whom an English text names for what it tells', () => {
  test.each([
    ['The licence was granted, according to Reuters.', 'Reuters', 'according to Reuters'],
    [
      'According to two people familiar with the matter, it was close.',
      'two people familiar with the matter',
      'According to two people familiar with the matter',
    ],
    [
      'The plan was first reported by the Ellery Post on Monday.',
      'the Ellery Post',
      'first reported by the Ellery Post',
    ],
    [
      'The Wall Street Journal first reported the talks.',
      'The Wall Street Journal',
      'The Wall Street Journal first reported',
    ],
    ['“It is over,” she told the AP.', 'the AP', 'told the AP'],
    [
      'He said so in an interview with the Qingqiao Evening News.',
      'the Qingqiao Evening News',
      'in an interview with the Qingqiao Evening News',
    ],
    [
      'Sales fell by a fifth, citing figures from the customs office.',
      'figures from the customs office',
      'citing figures from the customs office',
    ],
  ])('%s', (text, source, phrase) => {
    expect(sources(text)).toEqual([[source, phrase]])
  })

  it('also who cites whom', () => {
    expect(sources('Bloomberg, citing three officials, reported that talks would resume.')).toEqual([
      ['three officials', 'Bloomberg, citing three officials', 'Bloomberg'],
    ])
    expect(sources('The tariff will be delayed, Reuters reported on Tuesday, citing a draft.')).toEqual([
      ['a draft', 'Reuters reported on Tuesday, citing a draft', 'Reuters'],
    ])
  })

  it('and that it names nobody', () => {
    expect(sources('The board reportedly met twice.')).toEqual([[null, 'reportedly']])
  })

  it('but makes none of a schedule, a person who is told or somebody who reports for duty', () => {
    expect(
      sources(
        'The line opened according to plan.',
        'She told Paul Reed to wait.',
        'Paul Reed reported for duty at noon.',
        'The mayor told reporters that it was close.',
      ),
    ).toEqual([])
  })
})

it('says where the words stand', () => {
  const text = '周四，据环球网报道，许可已经签发。'
  const [found] = sourcesInBody(bodyOf([paragraph(0, '第一段。'), paragraph(3, text)]))
  expect(found).toMatchObject({ order: 3 })
  expect(text.slice(found?.start, found?.end)).toBe('据环球网报道')
})

it('ends in time on text without an end', () => {
  for (const part of ['据', '据A', '援引', 'according to ', 'Reuters ', 'A', '《'])
    expect(Array.isArray(sources(part.repeat(30_000)))).toBe(true)
})
