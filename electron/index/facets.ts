import type { Facets as Listed } from '../core/model/listing.ts'
import type { Catalogue } from './catalogue.ts'

/** Counts over clippings found; the same as `core/timeline/facets.ts` counts from the clippings themselves. */
export type Facets = Omit<Listed, 'version'>

const MOST_VALUES = 50

/** Months are those of publication. */
export function facetsOf(rows: Int32Array, catalogue: Catalogue): Facets {
  const { sources, months, tagNames, tagSets } = catalogue
  const [source, month, tagSet] = [catalogue.source.values, catalogue.month.values, catalogue.tagSet.values]
  const sourceCounts = new Uint32Array(sources.list.length)
  const monthCounts = new Uint32Array(months.list.length)
  const setCounts = new Uint32Array(tagSets.list.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    count(sourceCounts, source[row])
    count(monthCounts, month[row])
    count(setCounts, tagSet[row])
  }
  const tagCounts = tagSets.countsOf(setCounts, tagNames.list.length)
  return {
    source: countsOf(sourceCounts, sources.list).sort(byCount).slice(0, MOST_VALUES),
    tag: countsOf(tagCounts, tagNames.list).sort(byCount).slice(0, MOST_VALUES),
    month: countsOf(monthCounts, months.list).sort(latestFirst).slice(0, MOST_VALUES),
  }
}

type FacetCount = Facets['source'][number]

function count(counters: Uint32Array, value: number | undefined): void {
  if (value !== undefined) counters[value] = (counters[value] ?? 0) + 1
}

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1)
const latestFirst = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? 1 : -1)

/** The empty name stands for "not stated" and is no value. */
const isValue = ({ value, count }: FacetCount): boolean => count > 0 && value !== ''

const countsOf = (counters: Uint32Array, names: readonly string[]): FacetCount[] =>
  Array.from(counters, (count, number) => ({ value: names[number] ?? '', count })).filter(isValue)
