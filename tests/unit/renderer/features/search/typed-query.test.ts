import { describe, expect, it } from 'vitest'
import { unreadableWords } from '../../../../../renderer/features/search/typed-query.ts'

describe('what of a query cannot be read', () => {
  it('names the words that are no date, state, feature or language', () => {
    expect(unreadableWords('芯片 published:someday')).toEqual({ code: 'unknown-date', words: 'someday' })
    expect(unreadableWords('is:forgotten 芯片')).toEqual({ code: 'unknown-state', words: 'forgotten' })
    expect(unreadableWords('has:wings')).toEqual({ code: 'unknown-feature', words: 'wings' })
    expect(unreadableWords('lang:火星文')).toEqual({ code: 'unknown-language', words: '火星文' })
  })

  it.each([
    '',
    '芯片 -草稿',
    '日期:上周 标题:“出口管制”',
    'published:2025-07..2025-09',
    'lang:中文 是:未读 有:备注',
    // What is still being typed is no mistake.
    'published:',
    '"export con',
    '(tram OR',
  ])('finds nothing wrong with %s', query => {
    expect(unreadableWords(query)).toBeUndefined()
  })

  it('understands every example that the words for a problem give', () => {
    const examples = [
      'date:2025-07 date:2025-07-01..2025-07-10 date:"last week" 日期:上周',
      'is:starred is:read is:unread is:inbox is:trashed 是:加星 是:已读 是:未读 是:收件箱 是:回收站',
      'has:note has:tag has:collection has:byline has:source has:date has:address has:original',
      '有:备注 有:标签 有:专题 有:作者 有:来源 有:日期 有:网址 有:原件',
      'lang:zh lang:en lang:Chinese lang:English 语言:中文 语言:英文',
    ]
    for (const example of examples) expect(unreadableWords(example)).toBeUndefined()
  })
})
