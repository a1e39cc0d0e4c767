import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportScopeSchema } from '../../../../electron/core/model/export-request.ts'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { tagNameSchema } from '../../../../electron/core/model/tag.ts'
import {
  formatScope,
  isInOwnOrder,
  parseScope,
  requestScope,
  type Scope,
  scopeOfFilter,
} from '../../../../renderer/features/export/scope.ts'
import { DEFAULT_ROUTE, formatRoute, parseRoute } from '../../../../renderer/routing/route.ts'

const id = (n: number) => `01980000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(index + 1))
const shown: Filter = { shelf: 'all', query: 'H20', clock: 'clipped' }

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom<Scope>({ kind: 'all' }, { kind: 'starred' }, { kind: 'shown' }),
  fc.nat(1000).map(n => ({ kind: 'collection' as const, id: id(n) })),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter(name => tagNameSchema.safeParse(name).success)
    .map(name => ({ kind: 'tag' as const, name })),
  fc.integer({ min: 1, max: 600 }).map(count => ({ kind: 'clippings' as const, ids: ids(count) })),
)

describe('the scope in the address', () => {
  it('comes back from the whole address as it went in, whatever the tag is called', () => {
    fc.assert(
      fc.property(scopes, scope => {
        const hash = formatRoute({ ...DEFAULT_ROUTE, view: 'export', scope: formatScope(scope) })
        const kept = scope.kind === 'clippings' ? scope.ids : []
        expect(parseScope(parseRoute(hash).scope ?? '', kept)).toEqual(scope)
      }),
      { seed: 20250719, numRuns: 300 },
    )
  })

  it('keeps many clippings out of the address', () => {
    expect(formatScope({ kind: 'clippings', ids: ids(100_000) }).length).toBeLessThan(20)
    expect(formatScope({ kind: 'clippings', ids: ids(2) })).toBe(`clippings:${id(1)},${id(2)}`)
  })

  it('reads nothing out of an address that is not one', () => {
    for (const text of [
      '',
      'everything',
      'collection:1',
      'tag:',
      'tag:/',
      'clippings:',
      'clippings:*',
      'clippings:1',
    ])
      expect(parseScope(text, [])).toBeUndefined()
  })
})

describe('what the export starts from', () => {
  const start = (part: Partial<Filter>) =>
    scopeOfFilter({ shelf: 'all', query: '', clock: 'published', ...part })

  it('is the collection or the tag that the timeline shows, else the starred ones, else all', () => {
    expect(start({ collection: id(1) })).toEqual({ kind: 'collection', id: id(1) })
    expect(start({ tag: '公司' })).toEqual({ kind: 'tag', name: '公司' })
    expect(start({ shelf: 'starred' })).toEqual({ kind: 'starred' })
    expect(start({ shelf: 'inbox' })).toEqual({ kind: 'all' })
  })

  it('is what the timeline shows where words or days narrow it', () => {
    expect(start({ tag: '公司', query: 'H20' })).toEqual({ kind: 'shown' })
    expect(start({ days: { from: '2025-07-01', to: '2025-07-19' } })).toEqual({ kind: 'shown' })
  })
})

describe('the scope of the request', () => {
  it('is one that the contract takes, for every scope', () => {
    fc.assert(
      fc.property(scopes, scope => {
        expect(exportScopeSchema.safeParse(requestScope(scope, shown)).success).toBe(true)
      }),
      { seed: 20250719, numRuns: 100 },
    )
  })

  it('takes the words and the days of the timeline only where it is asked to', () => {
    expect(requestScope({ kind: 'shown' }, shown)).toEqual({ kind: 'filter', filter: shown })
    expect(requestScope({ kind: 'tag', name: '公司' }, shown)).toEqual({
      kind: 'filter',
      filter: { shelf: 'all', query: '', clock: 'published', tag: '公司' },
    })
  })

  it('is of a collection in its order by hand, which an export may follow', () => {
    const collection: Scope = { kind: 'collection', id: id(1) }
    expect(requestScope(collection, shown)).toMatchObject({ filter: { collection: id(1), order: 'hand' } })
    expect(isInOwnOrder(collection, shown)).toBe(true)
    expect(isInOwnOrder({ kind: 'shown' }, shown)).toBe(false)
    expect(isInOwnOrder({ kind: 'shown' }, { ...shown, collection: id(1), order: 'hand' })).toBe(true)
  })
})
