import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Look } from './look.ts'

/** Without a query nothing is more relevant, and the hand orders collections alone; the choice is kept for the next one. */
export function askedFilter({ order, ...filter }: Filter): Filter {
  const orders = order === 'hand' ? filter.collection !== undefined : filter.query.trim() !== ''
  return order && orders ? { ...filter, order } : filter
}

/** The same as it is shown; what is in the trash is shown one by one, so that each can be taken out of it. */
export const listedFilter = (filter: Filter, { grouping, foldsReprints }: Look): Filter => ({
  ...filter,
  ...(grouping !== 'day' && { grouping }),
  ...(foldsReprints && filter.shelf !== 'trash' && { reprints: 'folded' }),
})
