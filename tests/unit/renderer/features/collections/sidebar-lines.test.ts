import { expect, it } from 'vitest'
import type { Overview } from '../../../../../electron/core/model/overview.ts'
import { sidebarLines } from '../../../../../renderer/features/collections/sidebar-lines.ts'

const collection = (id: string, depth: number, parent?: string): Overview['collections'][number] => ({
  id,
  name: id,
  createdAt: '2025-07-20T08:00:00.000Z',
  ...(parent === undefined ? {} : { parent }),
  depth,
  own: 0,
  count: 0,
  isByHand: false,
})
const collections = [collection('a', 0), collection('b', 1, 'a'), collection('c', 2, 'b'), collection('d', 0)]
const searches = [
  { id: 's', name: 's', query: 's', parent: 'a' },
  { id: 't', name: 't', query: 't' },
]

const written = (folded: readonly string[]) =>
  sidebarLines(collections, searches, new Set(folded)).map(line =>
    line.kind === 'search'
      ? `${line.depth} search ${line.search.id}`
      : `${line.collection.depth} ${line.collection.id}${line.hasBranches ? ' +' : ''}`,
  )

it('has what stands in a collection below it, its saved searches last, and none that are folded away', () => {
  expect(written([])).toEqual(['0 a +', '1 b +', '2 c', '1 search s', '0 d'])
  expect(written(['b'])).toEqual(['0 a +', '1 b +', '1 search s', '0 d'])
  expect(written(['a', 'b'])).toEqual(['0 a +', '0 d'])
})
