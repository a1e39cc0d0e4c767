import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_ROUTE,
  formatRoute,
  parseRoute,
  SECTIONS,
  VIEWS,
} from '../../../../renderer/routing/route.ts'

const ID = '019a6000-0001-7abc-8def-019000000001'

const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) =>
    [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'),
  )

describe('the route in the address', () => {
  it('is short for the default', () => {
    expect(formatRoute(DEFAULT_ROUTE)).toBe('#/timeline')
    expect(parseRoute('')).toEqual(DEFAULT_ROUTE)
  })

  it('reads back as it was written', () => {
    const routes = fc.record({
      view: fc.constantFrom(...VIEWS),
      shelf: fc.constantFrom('inbox' as const, 'all' as const, 'starred' as const, 'trash' as const),
      collection: fc.option(fc.constant(ID), { nil: undefined }),
      tag: fc.option(fc.constantFrom('公司/英伟达', 'a&b=c', '100%', '#?/+'), { nil: undefined }),
      query: fc.string({ maxLength: 40, unit: 'grapheme' }),
      days: fc.option(fc.tuple(day, day), { nil: undefined }),
      clock: fc.constantFrom('published' as const, 'clipped' as const),
      order: fc.option(fc.constant('relevance' as const), { nil: undefined }),
      clipping: fc.option(fc.constant(ID), { nil: undefined }),
      import: fc.option(fc.constant(ID), { nil: undefined }),
      pane: fc.constantFrom('list' as const, 'reader' as const, 'set-aside' as const),
      section: fc.option(fc.constantFrom(...SECTIONS), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        routes,
        ({ view, clipping, import: shown, pane, section, days, collection, tag, order, ...plain }) => {
          const [from, to] = (days ?? []).toSorted()
          const route = {
            ...DEFAULT_ROUTE,
            view,
            clipping,
            import: shown,
            pane,
            section,
            filter: {
              ...plain,
              ...(collection ? { collection } : {}),
              ...(tag ? { tag } : {}),
              ...(from && to ? { days: { from, to } } : {}),
              ...(order ? { order } : {}),
            },
          }
          expect(parseRoute(formatRoute(route))).toEqual(route)
        },
      ),
      { seed: 20250719, numRuns: 300 },
    )
  })

  it('falls back to the default for what it cannot read', () => {
    expect(
      parseRoute('#/elsewhere?shelf=cellar&clock=sundial&order=chance&pane=ceiling&section=attic'),
    ).toEqual(DEFAULT_ROUTE)
    expect(parseRoute('#/timeline?clipping=..%2F..%2Fetc&collection=1').clipping).toBeUndefined()
    expect(parseRoute('#/timeline?from=2025-07-19&to=2025-07-01').filter.days).toBeUndefined()
    expect(parseRoute('#/timeline?from=2025-07-19').filter.days).toBeUndefined()
  })

  it('looks for a tag or a collection in the whole library, unless a shelf is named', () => {
    expect(parseRoute('#/timeline?tag=芯片').filter.shelf).toBe('all')
    expect(parseRoute('#/timeline?tag=芯片&shelf=starred').filter.shelf).toBe('starred')
  })
})
