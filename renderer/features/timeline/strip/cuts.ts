import { calendarDay, dayNumber, isoWeekday } from '../../../../electron/core/model/calendar.ts'

/** Times of the strip are hours since 1970-01-01T00, on the clock of whoever stated them. */
export const DAY = 24

/** A way to cut time into bars: where the bar that holds a time starts, and where the one after it does. */
export interface Cut {
  /** About as many hours as a bar has. */
  readonly hours: number
  readonly startOf: (time: number) => number
  readonly next: (start: number) => number
}

const hours = (count: number): Cut => ({
  hours: count,
  startOf: time => Math.floor(time / count) * count,
  next: start => start + count,
})

const weeks: Cut = {
  hours: 7 * DAY,
  startOf: time => {
    const day = Math.floor(time / DAY)
    return (day - isoWeekday(day) + 1) * DAY
  },
  next: start => start + 7 * DAY,
}

function months(count: number): Cut {
  const first = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1) * DAY
  const monthOf = (time: number): number => {
    const { year, month } = calendarDay(Math.floor(time / DAY))
    return year * 12 + month - 1
  }
  return {
    hours: count * 30.4 * DAY,
    startOf: time => first(Math.floor(monthOf(time) / count) * count),
    next: start => first(monthOf(start) + count),
  }
}

const CUTS: readonly Cut[] = [
  ...[1, 3, 6, DAY].map(hours),
  weeks,
  ...[1, 3, 12, 24, 60, 120, 300, 600, 1200].map(months),
]

/** A bar narrower than this cannot be told from its neighbours. */
const NARROWEST_PX = 3
/** Hours are shown where a day has room for words. */
const DAY_WITH_HOURS_PX = 40

/** The finest cut whose bars are wide enough; hours only where they are known. */
export function cutFor(hoursPerPixel: number, hasHours: boolean): Cut {
  const isFine = hasHours && DAY / hoursPerPixel >= DAY_WITH_HOURS_PX
  const wide = (cut: Cut): boolean =>
    cut.hours / hoursPerPixel >= NARROWEST_PX && (isFine || cut.hours >= DAY)
  return CUTS.find(wide) ?? months(1200)
}

/** Whether hours would be shown if they were known. */
export const wantsHours = (hoursPerPixel: number): boolean => DAY / hoursPerPixel >= DAY_WITH_HOURS_PX
