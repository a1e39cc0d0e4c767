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

/** A year needs less room than a month that names its year. */
const YEAR_SHARE = 0.75

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
 * The bars at which a year, month, day or hour begins, named where the names are `apart` pixels from each other and end
 * before `room`. What is named with less than its year is named with it where the one before is of another.
 */
export function labelsOf(bars: readonly Bar[], apart: number, room: number): Label[] {
  const unit = unitOf(bars)
  const labels: Label[] = []
  let before = ''
  let above = ''
  let isFirst = false
  const gap = unit === YEAR ? apart * YEAR_SHARE : apart
  for (const bar of bars) {
    const middle = unit === YEAR || unit === MONTH ? bar.to - 1 : bar.from
    const hour = ((middle % DAY) + DAY) % DAY
    const date = formatDay(Math.floor(middle / DAY))
    const period = unit > ISO ? `${date} ${two(hour)}` : date.slice(0, unit)
    if (period === before) continue
    before = period
    const previous = labels.at(-1)
    const left = Math.max(bar.left, 0)
    if (left + gap > room) continue
    if (previous !== undefined && left - previous.left < gap) {
      // A whole period says more than the end of the one that the strip begins with.
      if (!isFirst || left - previous.left > gap / 2) continue
      labels.pop()
      above = ''
    }
    isFirst = labels.length === 0 && bar === bars[0]
    const part = unit > ISO ? ISO : unit === ISO ? MONTH : YEAR
    const isSame = above === period.slice(0, part)
    above = period.slice(0, part)
    labels.push({ left, text: nameOf(period, unit, isSame) })
  }
  return labels
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
