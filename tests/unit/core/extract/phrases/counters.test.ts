import { describe, expect, it } from 'vitest'
import { isCounters } from '../../../../../electron/core/extract/phrases/counters.ts'
import { isFurniture } from '../../../../../electron/core/extract/phrases.ts'

describe('a line of counters', () => {
  it.each([
    '阅读 1.2万 评论 35 分享',
    '阅读：1204 | 评论(3)',
    '1,204 views 3 shares',
    '5 Min Read',
    '12人参与 3条评论',
    '阅读 收藏 点赞',
    '浏览量 300 点赞 12',
  ])('is %s', text => {
    expect(isCounters(text)).toBe(true)
  })

  it.each(['', '|', '1204', '评论 3 4', '5 min', '3条', '阅读全文', 'views of the harbour', '12 seats'])(
    'is not %j',
    text => {
      expect(isCounters(text)).toBe(false)
    },
  )
})

it('tells at once that a long bar with a word of its own is none', () => {
  const start = process.cpuUsage()
  for (const bar of ['赞 '.repeat(38), '赞 1 '.repeat(19), '33'.repeat(38)]) isFurniture(`${bar}青河`)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
})
