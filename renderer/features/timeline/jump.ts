import { daySpanOf, type Edtf } from '../../../electron/core/model/edtf.ts'
import type { Group } from '../../../electron/core/model/listing.ts'
import { queryDate } from '../../../electron/core/search/query-dates.ts'

/** Where a date leads in a list: a group, and whether that has clippings which may be of the date. */
export interface Destination {
  readonly date: Edtf
  /** Undefined where nothing of the list is dated. */
  readonly group: string | undefined
  readonly isThere: boolean
}

/**
 * The group to go to for words that mean a date (`2025-07`, `上周`, "last Tuesday"): the first of the list that lies
 * within it, else one that may be of it, else the nearest. Undefined for words that are no date.
 */
export function destinationOf(
  words: string,
  groups: readonly Pick<Group, 'key'>[],
  today: Edtf,
): Destination | undefined {
  const date = queryDate(words, today)
  if (date === undefined) return undefined
  const wanted = daySpanOf(date)
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  let may: string | undefined
  for (const { key } of groups) {
    if (key === '') continue
    const { from, to } = daySpanOf(key)
    if (from >= wanted.from && to <= wanted.to) return { date, group: key, isThere: true }
    if (from <= wanted.to && to >= wanted.from) may ??= key
    const distance = Math.max(from - wanted.to, wanted.from - to)
    if (distance < least) {
      least = distance
      nearest = key
    }
  }
  return { date, group: may ?? nearest, isThere: may !== undefined }
}
