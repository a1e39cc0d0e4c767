import { formatDay } from '../core/model/calendar.ts'
import type { Filter, Facets as Listed } from '../core/model/listing.ts'
import type { Catalogue } from './catalogue.ts'

/** Counts over clippings found; the same as `core/timeline/facets.ts` counts from the clippings themselves. */
export type Facets = Omit<Listed, 'version'>

const MOST_VALUES = 50

/** Months are those of the clock. */
export function facetsOf(rows: readonly number[], catalogue: Catalogue, clock: Filter['clock']): Facets {
  const { source, tags, sources, tagNames } = catalogue
  const month = clock === 'published' ? catalogue.month : catalogue.clippedOn
  const [sourceCounts, tagCounts] = [countersFor(sources.list), countersFor(tagNames.list)]
  const monthCounts = new Map<number, number>()
  for (const row of rows) {
    count(sourceCounts, source.at(row))
    const own = tags[row] ?? []
    // Most have none or few, and an iterator for each takes longer than counting.
    for (let at = 0; at < own.length; at++) count(tagCounts, own[at] ?? 0)
    const value = month.at(row)
    monthCounts.set(value, (monthCounts.get(value) ?? 0) + 1)
  }
  const monthOf = (value: number): string =>
    (clock === 'published' ? catalogue.months.list[value] : formatDay(value).slice(0, -3)) ?? ''
  return {
    source: countsOf(sourceCounts, sources.list).sort(byCount).slice(0, MOST_VALUES),
    tag: countsOf(tagCounts, tagNames.list).sort(byCount).slice(0, MOST_VALUES),
    month: joined([...monthCounts].map(([value, count]) => ({ value: monthOf(value), count })))
      .sort(latestFirst)
      .slice(0, MOST_VALUES),
  }
}

type FacetCount = Facets['source'][number]

const countersFor = (names: readonly string[]): Uint32Array => new Uint32Array(names.length)

function count(counters: Uint32Array, value: number): void {
  counters[value] = (counters[value] ?? 0) + 1
}

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1)
const latestFirst = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? 1 : -1)

/** The empty name stands for "not stated" and is no value. */
const isValue = ({ value, count }: FacetCount): boolean => count > 0 && value !== ''

const countsOf = (counters: Uint32Array, names: readonly string[]): FacetCount[] =>
  Array.from(counters, (count, number) => ({ value: names[number] ?? '', count })).filter(isValue)

/** The days of one month together. */
function joined(counts: readonly FacetCount[]): FacetCount[] {
  const together = new Map<string, number>()
  for (const { value, count } of counts) together.set(value, (together.get(value) ?? 0) + count)
  return Array.from(together, ([value, count]) => ({ value, count })).filter(isValue)
}
