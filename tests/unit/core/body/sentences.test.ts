import { describe, expect, test } from 'vitest'
import { sentenceAround } from '../../../../electron/core/body/sentences.ts'

/** The sentence around the words. */
function around(text: string, words: string): string {
  const at = text.indexOf(words)
  const { start, end } = sentenceAround(text, { start: at, end: at + words.length })
  return text.slice(start, end)
}

describe('the sentence around a date', () => {
  test('ends with its stop, in Chinese and in English', () => {
    const zh = '美国政府今年4月决定禁止销售。7月15日,黄仁勋接受采访。中方已阐明立场!'
    expect(around(zh, '今年4月')).toBe('美国政府今年4月决定禁止销售。')
    expect(around(zh, '7月15日')).toBe('7月15日,黄仁勋接受采访。')
    const en = 'It opened in 2028. On July 15 it closed. Was it safe?'
    expect(around(en, '2028')).toBe('It opened in 2028.')
    expect(around(en, 'July 15')).toBe('On July 15 it closed.')
  })

  test('goes on behind an abbreviation, an initial and a decimal', () => {
    const text = 'Dr. A. Quennell of the U.S. Navy paid $3.5 m. on Jan. 5, she said. Others followed.'
    expect(around(text, 'Jan. 5')).toBe('Dr. A. Quennell of the U.S. Navy paid $3.5 m. on Jan. 5, she said.')
    expect(around('It left at 9 p.m. on Friday. It came back.', 'Friday')).toBe(
      'It left at 9 p.m. on Friday.',
    )
  })

  test('holds the quotation that it opens, and the mark that closes it', () => {
    const text = '7月15日,他说:“我们可以发货了。我很高兴。”17日又会见部长。'
    expect(around(text, '7月15日')).toBe('7月15日,他说:“我们可以发货了。我很高兴。”')
    expect(around(text, '17日')).toBe('17日又会见部长。')
    expect(around('“It opens on Monday.” He left.', 'Monday')).toBe('“It opens on Monday.”')
  })

  test('is a line at most, and of a text without an end what is around', () => {
    expect(around('port\nclosed on 5 May\nopened', '5 May')).toBe('closed on 5 May')
    const long = `${'港口'.repeat(2000)}7月15日${'码头'.repeat(2000)}`
    expect(around(long, '7月15日').length).toBeLessThan(900)
    expect(around(long, '7月15日')).toContain('7月15日')
  })
})
