import type { Catalogue, Names } from './catalogue.ts'

/** How many of the clippings found have a value, the most frequent first. */
export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface Facets {
  readonly source: readonly FacetCount[]
  /** Tags as clippings have them; those above them in the tree are not counted. */
  readonly tag: readonly FacetCount[]
  /** Months of publication, the latest first; a clipping that states only its year is under the year. */
  readonly month: readonly FacetCount[]
}

const MOST_VALUES = 50

export function facetsOf(rows: readonly number[], catalogue: Catalogue): Facets {
  const { source, month, tags, sources, months, tagNames } = catalogue
  const counts = {
    source: new Uint32Array(sources.list.length),
    tag: new Uint32Array(tagNames.list.length),
    month: new Uint32Array(months.list.length),
  }
  for (const row of rows) {
    count(counts.source, source.at(row))
    count(counts.month, month.at(row))
    for (const tag of tags[row] ?? []) count(counts.tag, tag)
  }
  return {
    source: frequent(counts.source, sources).slice(0, MOST_VALUES),
    tag: frequent(counts.tag, tagNames).slice(0, MOST_VALUES),
    month: frequent(counts.month, months).sort((a, b) => (a.value < b.value ? 1 : -1)),
  }
}

function count(counts: Uint32Array, value: number): void {
  counts[value] = (counts[value] ?? 0) + 1
}

/** The empty name stands for "not stated" and is no value. */
function frequent(counts: Uint32Array, names: Names): FacetCount[] {
  return [...counts]
    .map((count, number) => ({ value: names.list[number] ?? '', count }))
    .filter(({ value, count }) => count > 0 && value !== '')
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
