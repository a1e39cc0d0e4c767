import { dayNumber, formatDay } from '../../electron/core/model/calendar.ts'
import type { RightValue, Sentence } from './date-sentences.ts'

const LUNAR_WORDS =
  /农历|農曆|阴历|陰曆|旧历|舊曆|[正冬腊臘]月|初[一二三四五六七八九十]|大年(?:三十|夜)|除夕/u
const REIGN = /\p{Script=Han}{2}(?:元|[一二三四五六七八九十廿]{1,3})年/u
/** GB/T 15835 has the months of reigns in Chinese numerals; in Arabic ones a month may be of our own calendar. */
const MONTH_OF_REIGN = new RegExp(`${REIGN.source}[闰閏]?[一二三四五六七八九十]{1,2}月`, 'u')
const NAMED_YEAR = /[\p{Script=Han}\d]年(?!三十|夜)/u
const EVE = /大年(?:三十|夜)|除夕/u
const REPUBLIC = 1912

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** A day as ICU's Chinese calendar has it: `9bis` is the repeated ninth month. */
interface LunarDay {
  readonly year: number
  readonly month: string
  readonly day: number
}

function lunarDayOf(day: number): LunarDay {
  const parts = CHINESE.formatToParts(new Date(day * 86_400_000))
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? ''
  return { year: Number(part('relatedYear')), month: part('month'), day: Number(part('day')) }
}

/** The first day from `start` on, in the direction of `step` and within ten years, that is asked for. */
function firstDay(isAsked: (day: number) => boolean, start: number, step = 1): number | undefined {
  for (let day = start; Math.abs(day - start) < 3660; day += step) if (isAsked(day)) return day
  return undefined
}

const isSame = (a: LunarDay, b: Omit<LunarDay, 'year'>): boolean => a.month === b.month && a.day === b.day

const onDay = (day: number): RightValue => ({ from: formatDay(day), toInclusive: formatDay(day) })

/**
 * What words that are lunar by their form mean in our calendar, where the label has their numbers as if they were
 * of our own; undefined where they are not lunar. The words decide, and ICU's Chinese calendar says the day, so
 * that neither hangs on what a reader answers. A day without a year is right before and after the reference, as
 * any such day is in the set.
 */
export function readAsLunar(
  words: string,
  reference: string,
  [label]: readonly RightValue[],
): readonly RightValue[] | undefined {
  const [year = 0, month = 0, day = 0] = (label?.from ?? '').split('-').map(Number)
  if (!LUNAR_WORDS.test(words) && !(year < REPUBLIC && MONTH_OF_REIGN.test(words))) return undefined
  const named = { month: `${month}${/[闰閏]/u.test(words) ? 'bis' : ''}`, day }
  const newYear = { month: '1', day: 1 }
  const isAsked = EVE.test(words)
    ? (at: number): boolean => isSame(lunarDayOf(at + 1), newYear)
    : (at: number): boolean => isSame(lunarDayOf(at), named)
  if (!NAMED_YEAR.test(words)) {
    const [y = 0, m = 0, d = 0] = reference.slice(0, 10).split('-').map(Number)
    const today = dayNumber(y, m, d)
    return [firstDay(isAsked, today - 1, -1), firstDay(isAsked, today)].flatMap(at =>
      at === undefined ? [] : [onDay(at)],
    )
  }
  /** "2024年除夕" is the eve of that year or, rarely, its last day; a reign's year is lunar and has only the latter. */
  const years = EVE.test(words) && !REIGN.test(words) ? [year - 1, year] : [year]
  const values = years.flatMap(each => {
    const at = firstDay(day => lunarDayOf(day).year === each && isAsked(day), dayNumber(each, 1, 1))
    return at === undefined ? [] : [at]
  })
  if (label?.toExclusive === undefined) return values.map(onDay)
  return values.flatMap(at => {
    const next = firstDay(day => lunarDayOf(day).day === 1, at + 1)
    return next === undefined ? [] : [{ from: formatDay(at), toExclusive: formatDay(next) }]
  })
}

/** The sentences with what {@link readAsLunar} makes of their labels, and of how many. */
export function lunarLabels(sentences: readonly Sentence[]): { sentences: Sentence[]; corrected: number } {
  let corrected = 0
  const anew = sentences.map(sentence => ({
    ...sentence,
    spans: sentence.spans.map(span => {
      const anyOf = readAsLunar(sentence.text.slice(span.start, span.end), sentence.reference, span.anyOf)
      if (anyOf === undefined) return span
      corrected += 1
      return { ...span, anyOf }
    }),
  }))
  return { sentences: anew, corrected }
}
