import type { Clipping } from '../model/clipping.ts'
import type { Facets, Filter } from '../model/listing.ts'
import { type DayOf, readingOf } from './clock-reading.ts'

/** As many values of each kind as are worth showing. */
const MOST_VALUES = 50

/** What the clippings have in common, counted: outlets and tags by frequency, months on the clock the latest first. */
export function facetsOf(
  clippings: Iterable<Clipping>,
  clock: Filter['clock'],
  dayOf: DayOf,
): Omit<Facets, 'version'> {
  const sources = new Map<string, number>()
  const tags = new Map<string, number>()
  const months = new Map<string, number>()
  for (const clipping of clippings) {
    if (clipping.source !== undefined) count(sources, clipping.source.name)
    for (const tag of clipping.tags) count(tags, tag)
    const heading = readingOf(clipping, clock, dayOf)?.heading
    if (heading !== undefined) count(months, monthOf(heading))
  }
  return {
    source: values(sources).sort(byCount).slice(0, MOST_VALUES),
    tag: values(tags).sort(byCount).slice(0, MOST_VALUES),
    month: values(months).sort(latestFirst).slice(0, MOST_VALUES),
  }
}

interface Value {
  value: string
  count: number
}

/** The month of a heading that is a day or a month, or its year. */
const monthOf = (heading: string): string => heading.replace(/(?<=\d{4}-\d{2})-\d{2}$/u, '')

const byCount = (a: Value, b: Value): number => b.count - a.count || (a.value < b.value ? -1 : 1)
const latestFirst = (a: Value, b: Value): number => (a.value < b.value ? 1 : -1)

const count = (counts: Map<string, number>, value: string): void => {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

const values = (counts: ReadonlyMap<string, number>): Value[] =>
  [...counts].map(([value, count]) => ({ value, count }))
