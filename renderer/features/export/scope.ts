import type { ExportScope } from '../../../electron/core/model/export-request.ts'
import { clippingIdSchema, collectionIdSchema } from '../../../electron/core/model/identifiers.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { tagNameSchema } from '../../../electron/core/model/tag.ts'

/** What the view of exporting exports. `shown` is what the timeline shows, with its words and days. */
export type Scope =
  | { readonly kind: 'all' | 'starred' | 'shown' }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'clippings'; readonly ids: readonly string[] }

/** More than these do not go into the address: browsers cut off addresses of some megabytes. */
const MOST_IN_ADDRESS = 400
/** Stands in the address for clippings that are too many for it and are kept in memory. */
const KEPT = '*'

/** The scope as the address carries it: `starred`, `tag:公司/英伟达`, `clippings:ID,ID`. */
export function formatScope(scope: Scope): string {
  switch (scope.kind) {
    case 'collection':
      return `collection:${scope.id}`
    case 'tag':
      return `tag:${scope.name}`
    case 'clippings':
      return `clippings:${scope.ids.length > MOST_IN_ADDRESS ? KEPT : scope.ids.join(',')}`
    default:
      return scope.kind
  }
}

/** Reads what {@link formatScope} wrote; undefined where it cannot. `kept` are the clippings too many for an address. */
export function parseScope(text: string, kept: readonly string[]): Scope | undefined {
  if (text === 'all' || text === 'starred' || text === 'shown') return { kind: text }
  const colon = text.indexOf(':')
  const value = text.slice(colon + 1)
  switch (text.slice(0, colon)) {
    case 'collection':
      return collectionIdSchema.safeParse(value).success ? { kind: 'collection', id: value } : undefined
    case 'tag':
      return tagNameSchema.safeParse(value).success ? { kind: 'tag', name: value } : undefined
    case 'clippings': {
      const ids = value === KEPT ? kept : value.split(',')
      const known = ids.length > 0 && ids.every(id => clippingIdSchema.safeParse(id).success)
      return known ? { kind: 'clippings', ids } : undefined
    }
    default:
      return undefined
  }
}

/** True where the timeline shows less than a shelf, a collection or a tag: words or days narrow it. */
export const isNarrowed = (filter: Filter): boolean =>
  filter.query !== '' ||
  filter.days !== undefined ||
  (filter.tag !== undefined && filter.collection !== undefined)

/** The scope to start from where the address names none: what the timeline shows. */
export function scopeOfFilter(filter: Filter): Scope {
  if (isNarrowed(filter)) return { kind: 'shown' }
  if (filter.collection) return { kind: 'collection', id: filter.collection }
  if (filter.tag) return { kind: 'tag', name: filter.tag }
  return { kind: filter.shelf === 'starred' ? 'starred' : 'all' }
}

/** The list that shows what the scope exports; undefined where the scope names its clippings. */
export function filterOfScope(scope: Scope, shown: Filter): Filter | undefined {
  const all: Filter = { shelf: 'all', query: '', clock: 'published' }
  switch (scope.kind) {
    case 'shown':
      return shown
    case 'starred':
      return { ...all, shelf: 'starred' }
    case 'collection':
      return { ...all, collection: scope.id }
    case 'tag':
      return { ...all, tag: scope.name }
    case 'clippings':
      return undefined
    default:
      return all
  }
}

/** Whether what the scope lists can be in an order that no date gives: a collection's by hand. */
export const isInOwnOrder = (scope: Scope, shown: Filter): boolean =>
  scope.kind === 'collection' || (scope.kind === 'shown' && shown.order === 'hand')

/** The scope as the contract has it; a collection in the order by hand, which an export may follow. */
export function requestScope(scope: Scope, shown: Filter): ExportScope {
  if (scope.kind === 'clippings') return { kind: 'clippings', ids: [...scope.ids] }
  const filter = filterOfScope(scope, shown) ?? shown
  return { kind: 'filter', filter: scope.kind === 'collection' ? { ...filter, order: 'hand' } : filter }
}
