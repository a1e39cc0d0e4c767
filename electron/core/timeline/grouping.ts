import { formatDay, isoWeekday } from '../model/calendar.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { Filter } from '../model/listing.ts'

export type Grouping = Filter['grouping']

const DAY = /^-?\d{4}-\d{2}-\d{2}$/

/**
 * The group that a heading belongs to: the week (`2025-07-14/2025-07-20`, from Monday) or month of a day. A month
 * that is all that is known is in its month, and no week; a year stays a group of its own.
 */
export function groupOf(heading: string, grouping: Grouping): string {
  if (grouping === undefined || !DAY.test(heading)) return heading
  if (grouping === 'month') return heading.slice(0, -'-19'.length)
  const { from } = daySpanOf(heading)
  const monday = from - isoWeekday(from) + 1
  return `${formatDay(monday)}/${formatDay(monday + 6)}`
}

/** Higher is later: groups are in the order of their last day, of those that end on one day the wider is later. */
export function groupOrder(group: string): number {
  if (group === '') return Number.NEGATIVE_INFINITY
  const { from, to } = daySpanOf(group)
  const days = to - from
  return to * 4 + (days > 31 ? 3 : days > 7 ? 2 : days > 0 ? 1 : 0)
}
