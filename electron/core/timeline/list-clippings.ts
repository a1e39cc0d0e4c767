import { collectionsWithin } from '../library/collection-tree.ts'
import { isOnShelf } from '../library/shelf.ts'
import type { LibraryState } from '../library/state.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { Filter, Group } from '../model/listing.ts'
import { isWithinTag } from '../model/tag.ts'
import type { TimeCounts } from '../model/time-counts.ts'
import { matcher } from '../search/matcher.ts'
import { type DayOf, readingOf } from './clock-reading.ts'
import { groupOf, groupOrder } from './grouping.ts'
import { type Entry, newestFirst } from './newest-first.ts'
import { countTimes } from './time-counts.ts'

/** What a list shows, in order, without the rows themselves. */
export interface ClippingList {
  readonly ids: string[]
  readonly groups: Group[]
  /** By the day, over all days, also those that the filter leaves out, and with every reprint. */
  readonly counts: TimeCounts
}

type Listed = Entry & { readonly clipping: Pick<Clipping, 'familyId'> }

/**
 * The clippings that the filter shows, newest first on its clock; those without a date on it come last, newest clipping
 * first. In the order by hand what the collection has in one comes before that. A date that covers several days (a month,
 * a year) is in a span of days that it may fall in.
 * `matches` answers for the filter's query where the caller knows more than the fields (the bodies). This is what
 * a list means; `ClippingTable` gives the same, faster.
 */
export function listClippings(
  state: Pick<LibraryState, 'clippings' | 'collections'>,
  filter: Filter,
  dayOf: DayOf,
  matches: (clipping: Clipping) => boolean = matcher(filter.query),
): ClippingList {
  const shown = shownBy(state, filter, matches)
  const entries = [...state.clippings.values()]
    .filter(shown)
    .map(clipping => ({ clipping, reading: readingOf(clipping, filter.clock, dayOf) }))
    .sort(newestFirst)
  const ofDays = filter.days === undefined ? entries : entries.filter(within(filter.days))
  const keyOf = ({ reading }: Listed): string => groupOf(reading?.heading ?? '', filter.grouping)
  if (filter.grouping !== undefined && filter.order === undefined)
    ofDays.sort((a, b) => compare(groupOrder(keyOf(b)), groupOrder(keyOf(a))))
  if (filter.order === 'hand') ofDays.sort(byHand(state.collections.get(filter.collection ?? '')))
  const listed = filter.reprints === undefined ? ofDays : ofDays.filter(standsForFamily(ofDays))
  const readings = entries.flatMap(({ reading }) => reading ?? [])
  return {
    ids: listed.map(({ clipping }) => clipping.id),
    groups: filter.order !== undefined ? [] : groupsOf(listed.map(keyOf)),
    counts: countTimes({
      count: readings.length,
      from: readings.map(({ from }) => from),
      to: readings.map(({ to }) => to),
    }),
  }
}

/** Everything of the filter but its days. */
function shownBy(
  { collections }: Pick<LibraryState, 'collections'>,
  { shelf, collection, tag }: Filter,
  matches: (clipping: Clipping) => boolean,
): (clipping: Clipping) => boolean {
  const within = collection === undefined ? undefined : collectionsWithin(collections, collection)
  return clipping =>
    isOnShelf(clipping, shelf) &&
    (within === undefined || clipping.collections.some(id => within.has(id))) &&
    (tag === undefined || clipping.tags.some(name => isWithinTag(name, tag))) &&
    matches(clipping)
}

/** What has a place by hand comes first, in that order; all else stays in the order that it has. */
function byHand(collection: Collection | undefined): (a: Listed, b: Listed) => number {
  const places = new Map(collection?.byHand?.map((id, place) => [id, place]))
  const placeOf = ({ clipping }: Listed): number => places.get(clipping.id) ?? places.size
  return (a, b) => placeOf(a) - placeOf(b)
}

function within({ from, to }: NonNullable<Filter['days']>): (entry: Listed) => boolean {
  const first = daySpanOf(from).from
  const last = daySpanOf(to).to
  return ({ reading }) => reading !== undefined && reading.from <= last && reading.to >= first
}

/** Two of what is dated nowhere are equal, where their difference is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

/** The clippings whose reprints are folded into them, and those that have none. */
function standsForFamily(entries: readonly Listed[]): (entry: Listed) => boolean {
  const first = new Map<string, string>()
  for (const { clipping } of entries) {
    const family = familyOf(clipping)
    if (!first.has(family) || clipping.id === family) first.set(family, clipping.id)
  }
  return ({ clipping }) => first.get(familyOf(clipping)) === clipping.id
}

const familyOf = ({ id, familyId }: Listed['clipping']): string => familyId ?? id

function groupsOf(keys: readonly string[]): Group[] {
  const groups: Group[] = []
  for (const [start, key] of keys.entries()) {
    const last = groups.at(-1)
    if (last?.key === key) last.count++
    else groups.push({ key, start, count: 1 })
  }
  return groups
}
