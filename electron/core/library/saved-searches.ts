import type { Operation } from '../model/library-change.ts'
import { type SavedSearch, savedSearchSchema } from '../model/saved-search.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { recordsIn } from './collection-tree.ts'
import { freeName } from './free-name.ts'
import { movedBefore, type Place } from './move-among.ts'
import type { LibraryState } from './state.ts'

const { name: NAME, query: QUERY } = savedSearchSchema.shape

/** Keeps the query under a new id; one without words, or too long to be asked, is an `invalid-name` too. */
export function planSaveSearch(
  state: LibraryState,
  id: string,
  typed: string,
  query: string,
): Result<Change, PlanFailure> {
  const name = freeName(state.savedSearches, NAME, typed)
  if (!name.ok) return name
  const asked = query.trim()
  if (!QUERY.safeParse(asked).success) return fail('invalid-name')
  const savedSearch: SavedSearch = { id, name: name.value, query: asked }
  return ok({
    label: { kind: 'save-search', count: 0, name: name.value },
    ops: [{ op: 'put-saved-search', savedSearch }],
  })
}

/** Undefined where the search has the name. */
export function planRenameSearch(
  state: LibraryState,
  id: string,
  typed: string,
): Result<Change | undefined, PlanFailure> {
  const savedSearch = state.savedSearches.get(id)
  if (savedSearch === undefined) return fail('not-found')
  const name = freeName(state.savedSearches, NAME, typed, id)
  if (!name.ok) return name
  if (name.value === savedSearch.name) return ok(undefined)
  return ok({
    label: { kind: 'rename-search', count: 0, name: name.value },
    ops: [{ op: 'put-saved-search', savedSearch: { ...savedSearch, name: name.value } }],
  })
}

/** Puts the search into a collection or to the top, before another that stands there or behind them; undefined where it is there. */
export function planMoveSearch(
  state: LibraryState,
  id: string,
  to: Place,
): Result<Change | undefined, PlanFailure> {
  const { collections, savedSearches } = state
  const savedSearch = savedSearches.get(id)
  if (savedSearch === undefined || (to.parent !== undefined && !collections.has(to.parent)))
    return fail('not-found')
  const moved = movedBefore(recordsIn(collections, savedSearches.values(), to.parent), savedSearch, to)
  if (moved === undefined) return fail('not-found')
  if (moved.length === 0) return ok(undefined)
  return ok({
    label: { kind: 'move-search', count: 0, name: savedSearch.name },
    ops: moved.map(put),
  })
}

const put = ({ id, name, query, parent, place }: SavedSearch): Operation => ({
  op: 'put-saved-search',
  savedSearch: {
    id,
    name,
    query,
    ...(parent !== undefined && { parent }),
    ...(place !== undefined && { place }),
  },
})

/** Forgets the query; what it found stays in the library. */
export function planDeleteSearch(state: LibraryState, id: string): Result<Change, PlanFailure> {
  const savedSearch = state.savedSearches.get(id)
  if (savedSearch === undefined) return fail('not-found')
  return ok({
    label: { kind: 'delete-search', count: 0, name: savedSearch.name },
    ops: [{ op: 'remove-saved-search', id }],
  })
}
