import { describe, expect, it } from 'vitest'
import { dateFrom, editFrom } from '../../../../../renderer/features/clip/field-text.ts'

describe('a typed date', () => {
  it.each([
    ['2025', '2025'],
    ['2025-04', '2025-04'],
    ['2025-07-19', '2025-07-19'],
    ['2025/7/9', '2025-07-09'],
    ['2025.07.19', '2025-07-19'],
    ['2025-07-19 00:09', '2025-07-19T00:09'],
    ['2025-07-19T00:09:16+08:00', '2025-07-19T00:09:16+08:00'],
    [' 2025-07-01/2025-07-10 ', '2025-07-01/2025-07-10'],
    ['2025-07-01/', '2025-07-01/'],
  ])('%s is %s', (typed, edtf) => {
    expect(dateFrom(typed)).toBe(edtf)
  })

  it.each(['', '昨天', '2025-13', '2025-02-30', '2025-07-19T25:00', '2025-07-01/2025-07-32', '19.07.2025'])(
    '%j is refused rather than guessed',
    typed => {
      expect(dateFrom(typed)).toBeUndefined()
    },
  )

  it('knows leap years', () => {
    expect(dateFrom('2024-02-29')).toBe('2024-02-29')
    expect(dateFrom('2025-02-29')).toBeUndefined()
  })
})

describe('a typed field', () => {
  it('splits names at Chinese and Western commas', () => {
    expect(editFrom('sources', '央视新闻、商务部网站, 参考消息;环球网')).toEqual({
      sources: ['央视新闻', '商务部网站', '参考消息', '环球网'],
    })
    expect(editFrom('bylines', ' ')).toEqual({ bylines: [] })
  })

  it('takes an emptied date as not stated, and no emptied title', () => {
    expect(editFrom('published', '')).toEqual({ published: null })
    expect(editFrom('published', 'soon')).toBeUndefined()
    expect(editFrom('title', '  ')).toBeUndefined()
  })
})
