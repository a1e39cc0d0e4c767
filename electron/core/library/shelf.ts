import type { Clipping } from '../model/clipping.ts'
import type { Filter } from '../model/listing.ts'
import { exhausted } from '../result.ts'

/**
 * The inbox holds what nobody has dealt with yet: not read, no tag, in no collection. Trashed clippings are in
 * the trash alone.
 */
export function isOnShelf(clipping: Clipping, shelf: Filter['shelf']): boolean {
  if (clipping.trashedAt !== undefined) return shelf === 'trash'
  switch (shelf) {
    case 'all':
      return true
    case 'starred':
      return clipping.starred
    case 'inbox':
      return clipping.readAt === undefined && clipping.tags.length === 0 && clipping.collections.length === 0
    case 'trash':
      return false
    default:
      return exhausted(shelf)
  }
}
