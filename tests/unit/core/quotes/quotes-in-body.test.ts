import { describe, expect, it, test } from 'vitest'
import { bodyOf, paragraph } from '../../../../electron/core/body/build.ts'
import { quotesInBody } from '../../../../electron/core/quotes/quotes-in-body.ts'

const quotes = (...texts: string[]) =>
  quotesInBody(bodyOf(texts.map((text, order) => paragraph(order, text)))).map(({ words, speaker }) => [
    speaker,
    words,
  ])

describe('who says a quotation in Chinese', () => {
  test.each([
    ['王文涛表示：“中国对外开放的大门只会越开越大。”', '王文涛', '中国对外开放的大门只会越开越大。'],
    ['黄仁勋16日在北京表示，“美国已批准销售许可”。', '黄仁勋', '美国已批准销售许可'],
    ['“末班船推迟四十分钟，方便晚归的乘客。”沈亦舟说。', '沈亦舟', '末班船推迟四十分钟，方便晚归的乘客。'],
    ['“我们不会涨价，”轮渡公司经理林晓告诉记者。', '轮渡公司经理林晓', '我们不会涨价'],
    [
      '商务部新闻发言人何咏前在例行发布会上指出：“希望美方相向而行。”',
      '商务部新闻发言人何咏前',
      '希望美方相向而行。',
    ],
    ['7月15日黄仁勋对媒体表示：“可以开始发货了。”', '黄仁勋', '可以开始发货了。'],
    [
      '7月15日,英伟达公司创始人黄仁勋接受采访时表示:"可以开始发货了。"',
      '英伟达公司创始人黄仁勋',
      '可以开始发货了。',
    ],
    ['副主任赵萍分析认为，“这有利于扩大进口”。', '副主任赵萍', '这有利于扩大进口'],
    ['他说：“明天再来。”', '他', '明天再来。'],
    ['青桥市交通局称“时刻表自周日起调整”。', '青桥市交通局', '时刻表自周日起调整'],
    ['「港口不會關閉。」碼頭主任陳立強表示。', '碼頭主任陳立強', '港口不會關閉。'],
  ])('%s', (text, speaker, words) => {
    expect(quotes(text)).toEqual([[speaker, words]])
  })

  it('is not stated where the sentence does not state it, nor where the words are a name', () => {
    expect(quotes('“末班船推迟四十分钟，以方便晚归的乘客乘船回家。”')).toEqual([
      [null, '末班船推迟四十分钟，以方便晚归的乘客乘船回家。'],
    ])
    expect(quotes('这一制度被称“双轨制”，简称“双轨”。所谓“新常态”也是如此。')).toEqual([])
    expect(quotes('这一直被学术界认为“必然的”。')).toEqual([])
    expect(quotes('据环球网报道，“H20”芯片获批。')).toEqual([])
    expect(quotes('“港口今年内不会关闭，工人可以放心。”李四表示：“船会照常开。”')).toEqual([
      [null, '港口今年内不会关闭，工人可以放心。'],
      ['李四', '船会照常开。'],
    ])
    expect(quotes('张三离开。“港口今年内不会关闭，工人可以放心。”')).toEqual([
      [null, '港口今年内不会关闭，工人可以放心。'],
    ])
  })
})

describe('who says a quotation in English', () => {
  test.each([
    ['“We will ship next week,” Jensen Huang said on Tuesday.', 'Jensen Huang', 'We will ship next week'],
    ['"We will ship next week," said Jensen Huang on Tuesday.', 'Jensen Huang', 'We will ship next week'],
    ['Marta Quennell said: “The line will open in May.”', 'Marta Quennell', 'The line will open in May.'],
    ['On Tuesday, the minister told reporters, “No.”', 'the minister', 'No.'],
    ['But she later added: “It was close.”', 'she', 'It was close.'],
    [
      '“The docks are ready,” Paul Reed, the harbour master, told the council.',
      'Paul Reed, the harbour master',
      'The docks are ready',
    ],
    ['“It is over”, wrote the council in a statement.', 'the council', 'It is over'],
  ])('%s', (text, speaker, words) => {
    expect(quotes(text)).toEqual([[speaker, words]])
  })

  it('is the same for both halves of a sentence that says it once, and for no other sentence', () => {
    expect(
      quotes(
        '“We are ready,” Paul Reed said, “and we will open.” “The trams run tomorrow and the day after.”',
      ),
    ).toEqual([
      ['Paul Reed', 'We are ready'],
      ['Paul Reed', 'and we will open.'],
      [null, 'The trams run tomorrow and the day after.'],
    ])
  })

  it('is not stated where the sentence does not state it, nor where the words are a term', () => {
    expect(quotes('The so-called “new normal” was discussed.')).toEqual([])
    expect(quotes('“The trams run tomorrow and after.” The mayor said no more.')).toEqual([
      [null, 'The trams run tomorrow and after.'],
    ])
    expect(quotes('“Why?” asked the mayor.')).toEqual([['the mayor', 'Why?']])
    expect(quotes('The sign read “Closed until the end of the month of May”.')).toEqual([
      [null, 'Closed until the end of the month of May'],
    ])
  })
})

it('says where a quotation stands in its block, without its marks', () => {
  const text = 'Then he said: “It was close,” and left.'
  const [quote] = quotesInBody(bodyOf([paragraph(0, 'First.'), paragraph(2, text)]))
  expect(quote).toMatchObject({ order: 2, speaker: 'he' })
  expect(text.slice(quote?.start, quote?.end)).toBe('It was close')
})
