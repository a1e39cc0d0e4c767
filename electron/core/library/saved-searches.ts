import { type SavedSearch, savedSearchSchema } from '../model/saved-search.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { freeName } from './free-name.ts'
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

/** Forgets the query; what it found stays in the library. */
export function planDeleteSearch(state: LibraryState, id: string): Result<Change, PlanFailure> {
  const savedSearch = state.savedSearches.get(id)
  if (savedSearch === undefined) return fail('not-found')
  return ok({
    label: { kind: 'delete-search', count: 0, name: savedSearch.name },
    ops: [{ op: 'remove-saved-search', id }],
  })
}
