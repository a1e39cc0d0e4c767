import { eventsOf } from '../core/library/events.ts'
import type { ChronologyEvent, ListedEvent } from '../core/model/chronology.ts'
import { collectionOfScope, MOST_IN_CHRONOLOGY } from '../core/model/chronology-scope.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { ExportScope } from '../core/model/export-request.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import type { ChronologyOf } from '../work/tasks.ts'
import type { Listings } from './listings.ts'
import { workFailure } from './work-failure.ts'

/** How many clippings a scope has, and which where they are not too many. */
async function clippingsOf(
  listings: Listings,
  scope: ExportScope,
): Promise<Result<{ readonly count: number; readonly ids: readonly string[] | undefined }, Failure>> {
  const listed = scope.kind === 'filter' ? await listings.get(scope.filter) : undefined
  if (listed?.ok === false) return listed
  const named = scope.kind === 'clippings' ? [...new Set(scope.ids)] : []
  const count = listed?.value.rows.length ?? named.length
  if (count > MOST_IN_CHRONOLOGY) return ok({ count, ids: undefined })
  return ok({ count, ids: listed === undefined ? named : listings.idsOf(listed.value) })
}

const about = (clipping: Clipping, revision: number | undefined): ChronologyOf['clippings'][number] => {
  const { id, title, bylines, language, published, source, familyId } = clipping
  return { id, title, bylines, language, published, source: source?.name, family: familyId ?? id, revision }
}

/** The clippings of a scope, and those that only an event of its chronology names. */
function chronologyOf(library: Library, ids: readonly string[], events: ChronologyEvent[]): ChronologyOf {
  const { clippings } = library.state
  const listed = new Set(ids)
  const named = new Set(events.flatMap(({ mentions }) => mentions.map(({ clipping }) => clipping)))
  return {
    library: library.directory,
    clippings: [
      // In an order of their own: how a list is sorted makes no other chronology.
      ...[...listed].sort().flatMap(id => {
        const clipping = clippings.get(id)
        return clipping === undefined ? [] : [about(clipping, clipping.articleRevision)]
      }),
      ...[...named].flatMap(id => {
        const clipping = listed.has(id) ? undefined : clippings.get(id)
        return clipping === undefined ? [] : [about(clipping, undefined)]
      }),
    ],
    events,
  }
}

/** What a worker makes the chronology of a scope of; `of` is undefined where the list is too long for one. */
export async function askedChronology(
  library: Library,
  listings: Listings,
  scope: ExportScope,
): Promise<Result<{ readonly clippings: number; readonly of: ChronologyOf | undefined }, Failure>> {
  const listed = await clippingsOf(listings, scope)
  if (!listed.ok) return listed
  const { count, ids } = listed.value
  const collection = collectionOfScope(scope)
  const events = collection === undefined ? [] : eventsOf(library.state, collection)
  return ok({ clippings: count, of: ids && chronologyOf(library, ids, events) })
}

/**
 * The events of a scope that were accepted, in their order: none where it has no chronology of its own, or too many
 * clippings for one.
 */
export async function acceptedEvents(
  pool: WorkPool,
  library: Library,
  listings: Listings,
  scope: ExportScope,
  signal: AbortSignal,
): Promise<Result<readonly ListedEvent[], Failure>> {
  if (collectionOfScope(scope) === undefined) return ok([])
  const asked = await askedChronology(library, listings, scope)
  if (!asked.ok) return asked
  const { of } = asked.value
  if (of === undefined) return ok([])
  const input = { ...of, status: 'accepted' as const, start: 0, count: Number.MAX_SAFE_INTEGER }
  const listed = await pool.run('chronology-list', input, { signal })
  if (!listed.ok) return fail(workFailure(listed.error, 'export-failed'))
  return listed.value === undefined
    ? fail({ code: 'cancelled', message: 'cancelled' })
    : ok(listed.value.events)
}
