import { calendarDay, formatDay } from '../../../../electron/core/model/calendar.ts'
import type { Bar } from './bars.ts'
import { DAY } from './cuts.ts'

export interface Label {
  readonly left: number
  readonly text: string
}

const YEAR = '2025'.length
const MONTH = '2025-07'.length
const ISO = '2025-07-19'.length

/** So many pixels an hour, and a month, are apart at least where they are named. */
const HOUR_PX = 6
const DAY_PX = 5

/** Names stand this far apart at least, and behind each is this much room. */
const LEAST_PX = 30
const BEHIND_PX = 8

const two = (value: number): string => String(value).padStart(2, '0')

/** What is named under the bars: years, months, days or hours, as there is room. */
function unitOf(bars: readonly Bar[]): number {
  const [first, last] = [bars[0], bars.at(-1)]
  if (first === undefined || last === undefined) return YEAR
  const pixelsPerHour = (last.right - first.left) / (last.to - first.from)
  if (first.to - first.from < DAY && pixelsPerHour > HOUR_PX) return ISO + 1
  if (pixelsPerHour * DAY > DAY_PX) return ISO
  const years = calendarDay(last.to / DAY).year - calendarDay(first.from / DAY).year
  return years > 2 ? YEAR : MONTH
}

/**
 * The bars at which a year, month, day or hour begins, named where there is room, by how wide a character is, and before
 * `room` ends. What is named with less than its year is named with it where the one before is of another.
 */
export function labelsOf(bars: readonly Bar[], characterPx: number, room: number): Label[] {
  const unit = unitOf(bars)
  const part = unit > ISO ? ISO : unit === ISO ? MONTH : YEAR
  const widthOf = (text: string): number => Math.max(LEAST_PX, text.length * characterPx + BEHIND_PX)
  const labels: Label[] = []
  let before = ''
  let above = ''
  let isFirst = false
  for (const bar of bars) {
    const period = periodOf(bar, unit)
    if (period === before) continue
    before = period
    const previous = labels.at(-1)
    const left = Math.max(bar.left, 0)
    if (previous !== undefined && left - previous.left < widthOf(previous.text)) {
      // A whole period says more than the end of one that the strip begins with.
      if (!isFirst || left - previous.left > LEAST_PX / 2) continue
      labels.pop()
      above = ''
    }
    const text = nameOf(period, unit, above === period.slice(0, part))
    if (left + widthOf(text) > room) continue
    isFirst = labels.length === 0 && bar === bars[0]
    above = period.slice(0, part)
    labels.push({ left, text })
  }
  return labels
}

/** The year or month that a bar ends in, the day or hour that it begins with. */
function periodOf({ from, to }: Bar, unit: number): string {
  const time = unit === YEAR || unit === MONTH ? to - 1 : from
  const date = formatDay(Math.floor(time / DAY))
  return unit > ISO ? `${date} ${two(((time % DAY) + DAY) % DAY)}` : date.slice(0, unit)
}

function nameOf(period: string, unit: number, isSame: boolean): string {
  switch (unit) {
    case YEAR:
      return period
    case MONTH:
      return isSame ? period.slice(YEAR + 1) : period
    case ISO:
      return isSame ? period.slice(MONTH + 1) : period.slice(YEAR + 1)
    default:
      return isSame ? `${period.slice(ISO + 1)}:00` : period.slice(YEAR + 1, ISO)
  }
}
