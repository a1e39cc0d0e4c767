import {
  planArrangeCollection,
  planCreateCollection,
  planDeleteCollection,
  planMoveCollection,
  planRenameCollection,
} from '../../core/library/collections.ts'
import {
  planDeleteSearch,
  planMoveSearch,
  planRenameSearch,
  planSaveSearch,
} from '../../core/library/saved-searches.ts'
import {
  planColourTag,
  planCreateTag,
  planDeleteTag,
  planDeleteUnusedTags,
  planRenameTag,
} from '../../core/library/tags.ts'
import type { Filter } from '../../core/model/listing.ts'
import { ok } from '../../core/result.ts'
import { parseQuery } from '../../core/search/parse-query.ts'
import type { Handlers } from '../../ipc/answer.ts'
import { localDay } from '../../store/local-day.ts'
import { type Desk, instant } from '../desk.ts'
import { commitPlan, failure, withLibrary } from './with-library.ts'

/** Tags, collections, saved searches, undo and redo. */
export const organiseHandlers = (desk: Desk) =>
  ({
    'tag:create': ({ name, colour }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'create-tag', state => planCreateTag(state, name, colour)),
      ),
    'tag:rename': ({ name, to }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'rename-tag', state => planRenameTag(state, name, to)),
      ),
    'tag:colour': ({ name, colour }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'colour-tag', state => planColourTag(state, name, colour)),
      ),
    'tag:delete': ({ name }) =>
      withLibrary(desk, library => commitPlan(library, 'delete-tag', state => planDeleteTag(state, name))),
    'tag:delete-unused': ({ names }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'delete-tag', state => planDeleteUnusedTags(state, names)),
      ),
    'collection:create': ({ name, ids, parent }) =>
      withLibrary(desk, async library => {
        const id = desk.identifiers.next(desk.clock.now())
        const changed = await commitPlan(library, 'create-collection', state =>
          planCreateCollection(state, id, name, ids, instant(desk.clock), parent),
        )
        if (!changed.ok) return changed
        const collection = library.state.collections.get(id)
        return collection === undefined ? failure('not-found') : ok({ ...changed.value, collection })
      }),
    'collection:rename': ({ id, name }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'rename-collection', state => planRenameCollection(state, id, name)),
      ),
    'collection:delete': ({ id }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'delete-collection', state => planDeleteCollection(state, id)),
      ),
    'collection:move': ({ id, parent, before }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'move-collection', state =>
          planMoveCollection(state, id, { parent: parent ?? undefined, before: before ?? undefined }),
        ),
      ),
    'collection:arrange': ({ id, ids, before, clock }) =>
      withLibrary(desk, async (library, listings) => {
        const whole: Filter = { shelf: 'all', collection: id, query: '', clock, order: 'hand' }
        const listed = await listings.get(whole)
        if (!listed.ok) return listed
        return commitPlan(library, 'arrange-collection', state =>
          planArrangeCollection(state, id, listings.idsOf(listed.value), ids, before ?? undefined),
        )
      }),
    'search:save': ({ name, query }) =>
      withLibrary(desk, async library => {
        // As it is read in the search field: a quotation mark may still be open.
        const parsed = parseQuery(query, { today: localDay(desk.clock.now()), typing: true })
        if (!parsed.ok) return failure('invalid-query', parsed.error.code)
        const id = desk.identifiers.next(desk.clock.now())
        const changed = await commitPlan(library, 'save-search', state =>
          planSaveSearch(state, id, name, query),
        )
        if (!changed.ok) return changed
        const savedSearch = library.state.savedSearches.get(id)
        return savedSearch === undefined ? failure('not-found') : ok({ ...changed.value, savedSearch })
      }),
    'search:rename': ({ id, name }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'rename-search', state => planRenameSearch(state, id, name)),
      ),
    'search:move': ({ id, parent, before }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'move-search', state =>
          planMoveSearch(state, id, { parent: parent ?? undefined, before: before ?? undefined }),
        ),
      ),
    'search:delete': ({ id }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'delete-search', state => planDeleteSearch(state, id)),
      ),
    'history:undo': () => withLibrary(desk, library => library.undo()),
    'history:redo': () => withLibrary(desk, library => library.redo()),
  }) satisfies Partial<Handlers>
