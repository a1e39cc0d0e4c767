import { useDeferredValue, useMemo } from 'react'
import type { Filter, LaneKind } from '../../../../electron/core/model/listing.ts'
import { readCounts } from '../../../../electron/core/model/time-counts.ts'
import { useCounts, useLanes } from '../../search/use-search-request.ts'
import { CountedTime, type Span } from './counted-time.ts'
import { DAY } from './cuts.ts'
import { daysOfSpan } from './days.ts'

/** Hours are asked for by so many days, so that moving on a little asks for nothing. */
const STEP = 14 * DAY
const EMPTY = new CountedTime({ points: [], spans: [] }, DAY)

/** The clippings of a filter by the day. The list comes first: nobody reads the strip while typing. */
export function useCountedDays(filter: Filter): CountedTime {
  const { data } = useCounts(filter, 'day', true)
  const counts = useDeferredValue(data?.counts)
  return useMemo(() => (counts === undefined ? EMPTY : new CountedTime(readCounts(counts), DAY)), [counts])
}

/** Those around a span by the hour; undefined while they are on their way, and where they are too many. */
export function useCountedHours(filter: Filter, span: Span | undefined): CountedTime | undefined {
  const from = Math.floor((span?.from ?? 0) / STEP) * STEP
  const to = Math.ceil((span?.to ?? 0) / STEP) * STEP
  const asked = useMemo(() => ({ ...filter, days: daysOfSpan({ from, to }) }), [filter, from, to])
  const isAsked = span !== undefined
  const { data, isPlaceholderData } = useCounts(asked, 'hour', isAsked)
  return useMemo(
    () =>
      !isAsked || isPlaceholderData || data?.unit !== 'hour'
        ? undefined
        : new CountedTime(readCounts(data.counts), 1),
    [data, isPlaceholderData, isAsked],
  )
}

interface CountedLanes {
  readonly lanes: readonly { readonly value: string; readonly total: number; readonly time: CountedTime }[]
  /** How many more there are. */
  readonly others: number
}

/** What has the most clippings, each by the day; undefined while it is on its way, and where nothing is asked. */
export function useCountedLanes(filter: Filter, by: LaneKind | 'none'): CountedLanes | undefined {
  const { data } = useLanes(filter, by)
  return useMemo(
    () =>
      data && {
        others: data.others,
        lanes: data.lanes.map(({ value, total, counts }) => ({
          value,
          total,
          time: new CountedTime(readCounts(counts), DAY),
        })),
      },
    [data],
  )
}
