import { isOnShelf } from '../library/shelf.ts'
import type { LibraryState } from '../library/state.ts'
import type { Clipping } from '../model/clipping.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { Bucket, Filter, Group } from '../model/listing.ts'
import { isWithinTag } from '../model/tag.ts'
import { matcher } from '../search/matcher.ts'
import type { DayOf } from './clock-reading.ts'
import { densityOf } from './density.ts'
import { type Entry, newestFirst } from './newest-first.ts'

/** What a list shows, in order, without the rows themselves. */
export interface ClippingList {
  readonly ids: string[]
  readonly groups: Group[]
  /** Over all days, also those that the filter leaves out, so that another span can be chosen. */
  readonly density: Bucket[]
}

/**
 * The clippings that the filter shows, newest first on its clock; those without a date on it come last, newest
 * clipping first. A date that covers several days (a month, a year) is in a span of days that it may fall in.
 * `matches` answers for the filter's query where the caller knows more than the fields (the bodies). The
 * result depends on nothing but the arguments, so it can be kept by version and filter.
 */
export function listClippings(
  state: LibraryState,
  filter: Filter,
  dayOf: DayOf,
  matches: (clipping: Clipping) => boolean = matcher(filter.query),
): ClippingList {
  const shown = shownBy(filter, matches)
  const entries = newestFirst(state.clippings, filter.clock, dayOf).filter(({ clipping }) => shown(clipping))
  const listed = filter.days === undefined ? entries : entries.filter(within(filter.days))
  return {
    ids: listed.map(({ clipping }) => clipping.id),
    groups: filter.order === 'relevance' ? [] : groupsOf(listed),
    density: densityOf(entries),
  }
}

/** Everything of the filter but its days. */
function shownBy(
  { shelf, collection, tag }: Filter,
  matches: (clipping: Clipping) => boolean,
): (clipping: Clipping) => boolean {
  return clipping =>
    isOnShelf(clipping, shelf) &&
    (collection === undefined || clipping.collections.includes(collection)) &&
    (tag === undefined || clipping.tags.some(name => isWithinTag(name, tag))) &&
    matches(clipping)
}

function within({ from, to }: NonNullable<Filter['days']>): (entry: Entry) => boolean {
  const first = daySpanOf(from).from
  const last = daySpanOf(to).to
  return ({ reading }) => reading !== undefined && reading.from <= last && reading.to >= first
}

function groupsOf(entries: readonly Entry[]): Group[] {
  const groups: Group[] = []
  let last: Group | undefined
  let start = 0
  for (const { reading } of entries) {
    const key = reading?.heading ?? ''
    if (last?.key === key) last.count++
    else {
      last = { key, start, count: 1 }
      groups.push(last)
    }
    start++
  }
  return groups
}
