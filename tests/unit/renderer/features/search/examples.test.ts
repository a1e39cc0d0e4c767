import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../../electron/core/search/parse-query.ts'
import { fieldNamed } from '../../../../../electron/core/search/query-names.ts'
import { en } from '../../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../../renderer/i18n/zh-hans/index.ts'

/** What the words beside the examples say can be written too. */
const ALSO = {
  'zh-Hans': ['正文:x', '备注:x', '剪存:昨天', '剪存:上个月', '日期:2025-07..', '日期:..2025-07'].concat(
    ['已读', '未读', '收件箱'].map(state => `是:${state}`),
    ['标签', '专题', '作者', '来源', '日期', '网址'].map(feature => `有:${feature}`),
  ),
  en: [
    'text:x',
    'note:x',
    'clipped:yesterday',
    'clipped:"last month"',
    'date:2025-07..',
    'date:..2025-07',
  ].concat(
    ['read', 'unread', 'inbox'].map(state => `is:${state}`),
    ['tag', 'collection', 'byline', 'source', 'date', 'address'].map(feature => `has:${feature}`),
  ),
}

describe.each([
  ['zh-Hans', zhHans],
  ['en', en],
] as const)('the examples of the query language in %s', (language, { search }) => {
  it.each([...Object.values(search.examples), ...ALSO[language]])('%s can be read to its end', query => {
    const parsed = parseQuery(query, { today: '2025-07-20' })
    expect(parsed).toMatchObject({ ok: true, value: { notes: [] } })
  })

  it('name the fields as the query language does', () => {
    expect(Object.entries(search.fields).map(([field, name]) => [field, fieldNamed(name)])).toEqual(
      Object.keys(search.fields).map(field => [field, field]),
    )
  })
})
