import { formatDay } from '../../../../electron/core/model/calendar.ts'
import { daySpanOf } from '../../../../electron/core/model/edtf.ts'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import type { Span } from './counted-time.ts'
import { DAY } from './cuts.ts'

export const withoutDays = ({ days: _, ...filter }: Filter): Filter => filter

/** First and last day, inclusive, as a filter has them. */
export interface Days {
  readonly from: string
  readonly to: string
}

export const spanOfDays = ({ from, to }: Days): Span => ({
  from: daySpanOf(from).from * DAY,
  to: (daySpanOf(to).to + 1) * DAY,
})

/** The days that a span touches. */
export const daysOfSpan = ({ from, to }: Span): Days => ({
  from: formatDay(Math.floor(from / DAY)),
  to: formatDay(Math.ceil(to / DAY) - 1),
})

/** Whether all days of a date are of these. */
export const isWithin = (edtf: string, days: Days): boolean => {
  const [inner, outer] = [spanOfEdtf(edtf), spanOfDays(days)]
  return inner.from >= outer.from && inner.to <= outer.to
}

/** The span as EDTF: its day, or the interval of its days. */
export function edtfOfSpan(span: Span): string {
  const { from, to } = daysOfSpan(span)
  return from === to ? from : `${from}/${to}`
}

/** The hours of all days of a date. */
export function spanOfEdtf(edtf: string): Span {
  const { from, to } = daySpanOf(edtf)
  return { from: from * DAY, to: (to + 1) * DAY }
}
