import type { Edtf } from '../../../electron/core/model/edtf.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Term } from '../../../electron/core/search/query.ts'
import { partWith, withTerm } from './terms-in-query.ts'

/**
 * A query that finds in all clippings what the filter's query finds where it was asked: the shelf, collection, tag
 * and days become conditions. The trash cannot be one, because a list of all clippings leaves it out.
 */
export function scopedQuery(
  filter: Filter,
  collectionName: string | undefined,
  today: Edtf,
  names: Readonly<Record<string, string>>,
): string {
  const terms: Term[] = []
  if (filter.shelf === 'inbox' || filter.shelf === 'starred') terms.push({ kind: 'is', state: filter.shelf })
  if (collectionName !== undefined) terms.push({ kind: 'in', text: collectionName })
  if (filter.tag !== undefined)
    terms.push({ kind: 'text', field: 'tag', text: filter.tag, exact: true, prefix: false })
  if (filter.days !== undefined)
    terms.push({ kind: 'date', clock: filter.clock, edtf: `${filter.days.from}/${filter.days.to}` })
  return terms.reduce(
    (query, term) => (partWith(query, term, today) ? query : withTerm(query, term, today, names)),
    filter.query.trim(),
  )
}
