import { formatDay } from '../model/calendar.ts'
import { daySpanOf, type Edtf } from '../model/edtf.ts'
import type { FoundDate } from './rule.ts'

const BEFORE = /^(?:或|及|以及|和)?(?:之前|以前)/u
const AFTER = /^(?:或|及|以及|和)?(?:之后|之後|以后|以後)|^(?:开始|開始)(?!前|时|時)|^(?:以来|以來)/u
/** 起 begins other words: `5月起施行`, but `5月起诉`. */
const STARTING = /^起(?=$|[，,、。；;：:)）\s]|施行|实施|實施|执行|執行|生效|正式|全面|开始|開始)/u
const STARTING_FROM = /^起(?![来來])/u
const FROM = /[从從自]$/u

/** The first part of an interval, or the value itself. */
const start = (edtf: Edtf): Edtf => edtf.split('/')[0] ?? edtf
/** 及之前 takes the date in, 之前 ends the day before it. */
const until = (edtf: Edtf, words: string): Edtf =>
  /^[或及以和](?!前)/u.test(words) ? (edtf.split('/').at(-1) ?? edtf) : formatDay(daySpanOf(edtf).from - 1)

/**
 * Dates that words right after them open to one side: `2018年以前` has no beginning, `7月15日之后` no end, nor has
 * `从2016年3月1日开始` or `去年以来`. The words become part of the phrase. A day from which something is in force
 * (`自10月1日起施行`) is that day.
 */
export function openZhDates(text: string, found: readonly FoundDate[]): FoundDate[] {
  return found.map(date => {
    const stop = date.start + date.phrase.length
    const after = text.slice(stop, stop + 6)
    const before = BEFORE.exec(after)
    const isFrom = FROM.test(text.slice(0, date.start))
    const starting = isFrom ? STARTING_FROM : STARTING
    const later = before === null ? (AFTER.exec(after) ?? starting.exec(after)) : null
    const words = (before ?? later)?.[0]
    if (words === undefined || date.edtf.startsWith('/') || date.edtf.endsWith('/')) return date
    if (date.precision === 'day' && (words === '起' || (/^[开開]始$/u.test(words) && !isFrom))) return date
    return {
      ...date,
      phrase: date.phrase + words,
      edtf: before === null ? `${start(date.edtf)}/` : `/${until(date.edtf, words)}`,
      precision: 'span',
    }
  })
}
