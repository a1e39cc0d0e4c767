import { expect, it } from 'vitest'
import type { Filter } from '../../../../../electron/core/model/listing.ts'
import { scopedQuery } from '../../../../../renderer/features/search/scoped-query.ts'

const filter = (more: Partial<Filter>): Filter => ({
  shelf: 'all',
  query: '芯片',
  clock: 'published',
  ...more,
})
const NAMES = { tag: '标签', in: '专题' }

it.each([
  ['all clippings', filter({}), undefined, '芯片'],
  ['a shelf', filter({ shelf: 'starred' }), undefined, '芯片 is:starred'],
  ['a collection', filter({}), 'H20 出口管制', '芯片 专题:"H20 出口管制"'],
  ['a tag', filter({ tag: '公司' }), undefined, '芯片 标签:"公司"'],
  ['a tag that the query has', filter({ tag: '公司', query: '标签:公司 芯片' }), undefined, '标签:公司 芯片'],
  [
    'days of a clock',
    filter({ clock: 'clipped', days: { from: '2025-07-01', to: '2025-07-10' } }),
    undefined,
    '芯片 clipped:2025-07-01/2025-07-10',
  ],
] as const)('a search among %s is kept with that as a condition', (_, asked, collection, expected) => {
  expect(scopedQuery(asked, collection, '2025-07-20', NAMES)).toBe(expected)
})
