import { shell } from 'electron'
import type { Filter } from '../../core/model/listing.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { Desk } from '../desk.ts'
import type { Listed, Listings } from '../listings.ts'
import { withLibrary } from './with-library.ts'

/** Rows that come with a list, so that the first screen needs one request. */
const FIRST_ROWS = 60

const withList = <T>(
  desk: Desk,
  filter: Filter,
  answer: (listed: Listed, lists: Listings) => T,
): Promise<Result<T, Failure>> =>
  withLibrary(desk, async (_library, lists) => {
    const listed = await lists.get(filter)
    return listed.ok ? ok(answer(listed.value, lists)) : listed
  })

export const libraryHandlers = (desk: Desk) =>
  ({
    'library:overview': () =>
      withLibrary(desk, async (library, lists) => {
        const overview = await lists.overview()
        return ok({ ...overview, ...library.history })
      }),
    'library:list': filter =>
      withLibrary(desk, async (_library, lists) => {
        const began = performance.now()
        const listed = await lists.get(filter)
        if (!listed.ok) return listed
        const { version, rows, groups, density } = listed.value
        return ok({
          version,
          total: rows.length,
          groups: [...groups],
          density: [...density],
          firstRows: lists.rowsOf(listed.value, 0, FIRST_ROWS),
          ms: performance.now() - began,
        })
      }),
    'library:rows': ({ filter, start, count }) =>
      withList(desk, filter, (listed, lists) => ({
        version: listed.version,
        rows: lists.rowsOf(listed, start, count),
      })),
    'library:ids': ({ filter, start, count }) =>
      withList(desk, filter, (listed, lists) => ({ ids: lists.idsOf(listed, start, count) })),
    'library:places': ({ filter, ids }) =>
      withList(desk, filter, (listed, lists) => ({
        version: listed.version,
        places: lists.placesOf(listed, ids),
      })),
    'library:facets': ({ filter }) => withLibrary(desk, (_library, lists) => lists.facets(filter)),
    'library:reveal': async () => {
      shell.showItemInFolder(desk.current.path)
      return ok({})
    },
  }) satisfies Partial<Handlers>
