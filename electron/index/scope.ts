import type { Filter } from '../core/model/listing.ts'
import { isWithinTag } from '../core/model/tag.ts'
import type { State } from '../core/search/query.ts'
import type { Catalogue } from './catalogue.ts'
import { factFilter, type RowFilter } from './fact-filter.ts'
import { MARKS } from './facts-row.ts'

/** What a list shows, apart from its query. */
export type Scope = Omit<Filter, 'query'>

const bitOf = (state: State): number => MARKS.get(`is:${state}`) ?? 0
/** What a clipping has to be to stand on each shelf, beside being in the trash or not. */
const SHELF_STATES: Readonly<Record<Scope['shelf'], number>> = {
  all: 0,
  inbox: bitOf('inbox'),
  starred: bitOf('starred'),
  trash: bitOf('trashed'),
}

/** Whether a row is in the list: the same as `listClippings` says of its clipping. */
export function scopeFilter({ shelf, collection, tag, days, clock }: Scope, catalogue: Catalogue): RowFilter {
  const { marks, collections, collectionIds, tags, tagNames } = catalogue
  const states = SHELF_STATES[shelf]
  const looked = states | bitOf('trashed')
  const filters: RowFilter[] = [row => (marks.at(row) & looked) === states]
  if (collection !== undefined) {
    const wanted = collectionIds.list.indexOf(collection)
    filters.push(row => collections[row]?.includes(wanted) ?? false)
  }
  if (tag !== undefined) {
    const wanted = tagNames.list.map(name => isWithinTag(name, tag))
    filters.push(row => tags[row]?.some(each => wanted[each]) ?? false)
  }
  if (days !== undefined)
    filters.push(factFilter({ kind: 'date', clock, edtf: `${days.from}/${days.to}` }, catalogue))
  return row => filters.every(filter => filter(row))
}
