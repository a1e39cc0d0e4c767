import type { Filter, Listing } from '../../../../electron/core/model/listing.ts'

/**
 * Whether the place of the strip is kept where nothing is counted yet, or nothing can be: the list must not move under
 * the pointer some moments after it was drawn. While something is looked for, or days are chosen, the place stays,
 * however few are found; else where at least two of the first rows are dated on the clock, of which there is a strip.
 */
export function keepsStripPlace(filter: Filter, listing: Listing | undefined): boolean {
  if (filter.query.trim() !== '' || filter.days !== undefined) return true
  const { clock } = filter
  const isDated = (row: Listing['firstRows'][number]) => clock === 'clipped' || typeof row[clock] === 'object'
  return (listing?.firstRows.filter(isDated).length ?? 0) > 1
}
