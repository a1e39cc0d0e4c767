import { expect, it } from 'vitest'
import type { SetAside } from '../../../../../electron/core/model/article.ts'
import {
  entriesOf,
  setAsideGroups,
  setAsideSummary,
} from '../../../../../renderer/features/reader/set-aside-groups.ts'

const block = (order: number, reason: SetAside['reason'], list?: string): SetAside => ({
  id: `b${order}`,
  step: 'following-lists',
  reason,
  text: `text ${order}`,
  order,
  ...(list === undefined ? {} : { list }),
})
const BLOCKS = [
  block(30, 'hot', '热门资讯'),
  block(20, 'list-heading', '相关内容'),
  block(21, 'related', '相关内容'),
  block(22, 'related', '相关内容'),
  block(3, 'furniture'),
]

it('groups by the list, otherwise by the reason, in the order of the source', () => {
  const groups = setAsideGroups(BLOCKS)
  expect(groups.map(({ list, reason, blocks }) => [list, reason, blocks.length])).toEqual([
    [undefined, 'furniture', 1],
    ['相关内容', 'related', 3],
    ['热门资讯', 'hot', 1],
  ])
  expect(groups.map(entriesOf)).toEqual([1, 2, 1])
})

it('counts the entries of the lists, not their headings', () => {
  expect(setAsideSummary(BLOCKS)).toEqual({ count: 3, lists: ['相关内容', '热门资讯'] })
})

it('counts blocks where there are no lists', () => {
  expect(setAsideSummary([block(3, 'furniture')])).toEqual({ count: 1, lists: [] })
  expect(setAsideSummary([])).toEqual({ count: 0, lists: [] })
})
