import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LibraryState } from '../../../../electron/core/library/state.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import { compareEdtf } from '../../../../electron/core/model/edtf.ts'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { listClippings } from '../../../../electron/core/timeline/list-clippings.ts'
import { sampleClipping, sampleId, stateOf } from '../library/samples.ts'

const published = (edtf: string): Partial<Clipping> => ({
  published: { edtf, origin: 'byline', evidence: edtf, confidence: 1 },
})

const all: Filter = { shelf: 'all', query: '', clock: 'published' }
const utc = (instant: string): string => instant.slice(0, 10)
const shanghai = (instant: string): string => utc(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString())

/** The numbers of the sample clippings that are listed, and the groups as "key: count". */
function listed(state: LibraryState, filter: Partial<Filter> = {}, dayOf = utc) {
  const { ids, groups } = listClippings(state, { ...all, ...filter }, dayOf)
  return {
    numbers: ids.map(id => Number.parseInt(id.slice(-12), 16)),
    groups: groups.map(({ key, start, count }) => `${key} from ${start}: ${count}`),
  }
}

describe('the list on the clock of publication', () => {
  test('is newest first, in groups by the precision of each date, without a date last', () => {
    const state = stateOf([
      sampleClipping(1, published('2025-04')),
      sampleClipping(2, published('2025-04-30')),
      sampleClipping(3, published('2025')),
      sampleClipping(4, { published: 'not-stated' }),
      sampleClipping(5, published('2025-05-01')),
      sampleClipping(6, { published: 'not-looked-for' }),
      sampleClipping(7, published('2025-12-31')),
      sampleClipping(8, published('2025-04-02/2025-04-05')),
    ])
    expect(listed(state)).toEqual({
      numbers: [3, 7, 5, 8, 1, 2, 6, 4],
      groups: [
        '2025 from 0: 1',
        '2025-12-31 from 1: 1',
        '2025-05-01 from 2: 1',
        '2025-04 from 3: 2',
        '2025-04-30 from 5: 1',
        ' from 6: 2',
      ],
    })
  })

  test('puts a time in the day of its own offset, and orders times by when they were', () => {
    const state = stateOf([
      sampleClipping(1, published('2025-07-19T00:09:16+08:00')),
      sampleClipping(2, published('2025-07-19T09:00:00+08:00')),
      sampleClipping(3, published('2025-07-18T22:00:00-04:00')),
      sampleClipping(4, published('2025-07-19')),
    ])
    expect(listed(state)).toEqual({
      numbers: [4, 2, 1, 3],
      groups: ['2025-07-19 from 0: 3', '2025-07-18 from 3: 1'],
    })
  })

  test('agrees with the order of dates, whatever they are', () => {
    const edtf = fc.constantFrom(
      '2025',
      '2025-07',
      '2025-07-31',
      '2025-07-19',
      '2025-07-19T00:09:16+08:00',
      '2025-07-19T23:00:00-10:00',
      '2025-07-19T12:00',
      '2024-02-29',
      '2025-07-01/2025-07-10',
      '2025-07-02/2025-07-10',
      '2025-07-01/',
      '-0044-03-15',
    )
    fc.assert(
      fc.property(fc.array(edtf, { maxLength: 12 }), dates => {
        const state = stateOf(dates.map((date, number) => sampleClipping(number, published(date))))
        const order = listed(state).numbers.map(number => dates[number] ?? '')
        for (const [index, later] of order.slice(0, -1).entries())
          expect(compareEdtf(later, order[index + 1] ?? '')).toBeGreaterThanOrEqual(0)
      }),
      { seed: 20250719, numRuns: 300 },
    )
  })
})

describe('the list on the clock of clipping', () => {
  const state = stateOf([
    sampleClipping(1, { clippedAt: '2025-07-18T15:59:59.999Z' }),
    sampleClipping(2, { clippedAt: '2025-07-18T16:00:00.000Z' }),
    sampleClipping(3, { clippedAt: '2025-07-18T16:00:00.001Z' }),
  ])

  test('puts an instant in the day where the reader is', () => {
    expect(listed(state, { clock: 'clipped' }, shanghai)).toEqual({
      numbers: [3, 2, 1],
      groups: ['2025-07-19 from 0: 2', '2025-07-18 from 2: 1'],
    })
    expect(listed(state, { clock: 'clipped' }, utc).groups).toEqual(['2025-07-18 from 0: 3'])
  })
})

describe('the filter', () => {
  const shelf = sampleId(901)
  const trashedAt = '2025-07-20T08:00:00.000Z'
  const state = stateOf([
    sampleClipping(1, { ...published('2025-07-01'), title: 'Harbour strike' }),
    sampleClipping(2, { ...published('2025-07-02'), tags: ['a/b'], starred: true }),
    sampleClipping(3, { ...published('2025-07-03'), tags: ['ab'], collections: [shelf] }),
    sampleClipping(4, { ...published('2025-07-04'), tags: ['a'], trashedAt, starred: true }),
    sampleClipping(5, { ...published('2025-07'), readAt: trashedAt }),
  ])

  test.each([
    ['all but the trash', {}, [5, 3, 2, 1]],
    ['the inbox', { shelf: 'inbox' }, [1]],
    ['the starred', { shelf: 'starred' }, [2]],
    ['the trash', { shelf: 'trash' }, [4]],
    ['a tag with the tags below it', { tag: 'a' }, [2]],
    ['a collection', { collection: shelf }, [3]],
    ['the words of a query', { query: 'STRIKE harb' }, [1]],
    [
      'days, with the month that they may be of',
      { days: { from: '2025-07-02', to: '2025-07-03' } },
      [5, 3, 2],
    ],
    ['days before all', { days: { from: '2024-01-01', to: '2024-12-31' } }, []],
  ] as [string, Partial<Filter>, number[]][])('shows %s', (_, filter, numbers) => {
    expect(listed(state, filter).numbers).toEqual(numbers)
  })

  test('asks the caller about the query where the caller knows the bodies', () => {
    const inBody = ({ id }: Clipping) => id === sampleId(2)
    expect(listClippings(state, { ...all, query: 'no field has this' }, utc, inBody).ids).toEqual([
      sampleId(2),
    ])
  })
})
