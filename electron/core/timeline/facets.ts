import type { Clipping } from '../model/clipping.ts'
import type { Facets } from '../model/listing.ts'
import { type DayOf, type ListClock, readingOf } from './clock-reading.ts'

/** As many values of each kind as are worth showing. */
const MOST_VALUES = 50

type Counts = ReadonlyMap<string, number>
type Value = Facets['source'][number]

/** What the clippings have in common, counted: outlets and tags by frequency, months on the clock the latest first. */
export function facetsOf(
  clippings: Iterable<Clipping>,
  clock: ListClock,
  dayOf: DayOf,
): Omit<Facets, 'version'> {
  const sources = new Map<string, number>()
  const tags = new Map<string, number>()
  const headings = new Map<string, number>()
  for (const clipping of clippings) {
    if (clipping.source !== undefined) count(sources, clipping.source.name)
    for (const tag of clipping.tags) count(tags, tag)
    const heading = readingOf(clipping, clock, dayOf)?.heading
    if (heading !== undefined) count(headings, heading)
  }
  return topFacets(sources, tags, headings)
}

/** From how often each value occurs; an empty heading is that of what is not dated. */
export function topFacets(sources: Counts, tags: Counts, headings: Counts): Omit<Facets, 'version'> {
  const months = new Map<string, number>()
  for (const [heading, times] of headings) if (heading !== '') count(months, monthOf(heading), times)
  return {
    source: valuesOf(sources).sort(byCount).slice(0, MOST_VALUES),
    tag: valuesOf(tags).sort(byCount).slice(0, MOST_VALUES),
    month: valuesOf(months).sort(latestFirst).slice(0, MOST_VALUES),
  }
}

/** The month of a heading that is a day or a month, or its year. */
const monthOf = (heading: string): string => heading.replace(/(?<=\d{4}-\d{2})-\d{2}$/u, '')

const byCount = (a: Value, b: Value): number => b.count - a.count || (a.value < b.value ? -1 : 1)
const latestFirst = (a: Value, b: Value): number => (a.value < b.value ? 1 : -1)

const count = (counts: Map<string, number>, value: string, times = 1): void => {
  counts.set(value, (counts.get(value) ?? 0) + times)
}

const valuesOf = (counts: Counts): Value[] =>
  Array.from(counts, ([value, times]) => ({ value, count: times }))
