import dateTime from '@microsoft/recognizers-text-date-time'
import * as chrono from 'chrono-node'
import { findDates } from '../../electron/core/dates/find.ts'
import { boundsOf } from '../../electron/core/model/edtf.ts'

/** An expression that a reader finds, with the values it may have; positions are UTF-16 units, the end exclusive. */
export interface Reading {
  readonly start: number
  readonly end: number
  readonly values: readonly Value[]
}

export interface Value {
  readonly from: string
  /** Absent where the reader names no end, as chrono-node for `next week`. */
  readonly to?: string
  /** Our own value, which says whether days, months or years are named. */
  readonly edtf?: string
}

export type Reader = (text: string, reference: string, language: string) => Reading[]

/** What an open end reaches. */
const OPEN = { from: boundsOf('/2000').from, to: boundsOf('2000/').to }

const ours: Reader = (text, reference, language) =>
  findDates(text, reference.slice(0, 10), language).map(({ start, phrase, edtf }) => ({
    start,
    end: start + phrase.length,
    values: [{ ...boundsOf(edtf), edtf }],
  }))

/** Both libraries calculate in the zone of the machine, so the day is read in it too. */
const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')

const chronoNode: Reader = (text, reference, language) =>
  (language === 'zh' ? chrono.zh.hans : chrono.en)
    .parse(text, new Date(reference))
    .filter(
      ({ start }) =>
        start.isCertain('day') ||
        start.isCertain('month') ||
        start.isCertain('year') ||
        start.isCertain('weekday') ||
        !start.isCertain('hour'),
    )
    .map(({ index, text: phrase, start, end }) => ({
      start: index,
      end: index + phrase.length,
      values: [{ from: localDay(start.date()), ...(end ? { to: localDay(end.date()) } : {}) }],
    }))

const DAY = /^\d{4}-\d{2}-\d{2}/

const microsoft: Reader = (text, reference, language) =>
  dateTime
    .recognizeDateTime(text, language === 'zh' ? 'zh-cn' : 'en-us', 0, new Date(reference), false)
    .map(({ start, end, resolution }) => ({
      start,
      end: end + 1,
      values: valuesOf(resolution),
    }))
    .filter(({ values }) => values.length > 0)

/** Durations, sets and times of day have values that are no days; they are not counted as found. */
function valuesOf(resolution: Readonly<Record<string, unknown>> | undefined): Value[] {
  const values: unknown = resolution?.['values']
  if (!Array.isArray(values)) return []
  return values.flatMap((value: Readonly<Record<string, string | undefined>>) => {
    const [from, to] = [value['value'] ?? value['start'], value['value'] ?? value['end']]
    if (!DAY.test(from ?? '') && !DAY.test(to ?? '')) return []
    return [{ from: from?.slice(0, 10) ?? OPEN.from, to: to?.slice(0, 10) ?? OPEN.to }]
  })
}

export const READERS: Readonly<Record<string, Reader>> = {
  cuttings: ours,
  'chrono-node': chronoNode,
  recognizers: microsoft,
}
