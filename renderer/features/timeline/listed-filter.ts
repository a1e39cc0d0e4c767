import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Look } from './look.ts'

/** Without a query nothing is more relevant; the choice is kept for the next one. */
export function askedFilter({ order, ...filter }: Filter): Filter {
  return order && filter.query.trim() !== '' ? { ...filter, order } : filter
}

/** The same as it is shown; what is in the trash is shown one by one, so that each can be taken out of it. */
export const listedFilter = (filter: Filter, { grouping, foldsReprints }: Look): Filter => ({
  ...filter,
  ...(grouping !== 'day' && { grouping }),
  ...(foldsReprints && filter.shelf !== 'trash' && { reprints: 'folded' }),
})
