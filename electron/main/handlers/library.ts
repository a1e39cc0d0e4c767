import { shell } from 'electron'
import { writeGroups } from '../../core/model/group-lines.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { withLibrary, withList } from './with-library.ts'

/** Rows that come with a list, so that the first screen needs one request. */
const FIRST_ROWS = 40

export const libraryHandlers = (desk: Desk) =>
  ({
    'library:overview': () =>
      withLibrary(desk, async (library, lists) => {
        const overview = await lists.overview()
        return ok({ ...overview, ...library.history })
      }),
    'library:list': async filter => {
      const began = performance.now()
      return withList(desk, filter, (listed, lists) => ({
        version: listed.version,
        total: listed.rows.length,
        folded: [...listed.folded.values()].reduce((sum, count) => sum + count, 0),
        groups: writeGroups(listed.groups),
        firstRows: lists.rowsOf(listed, 0, FIRST_ROWS),
        ms: performance.now() - began,
      }))
    },
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
    'library:counts': ({ filter, unit }) =>
      withList(desk, filter, (listed, lists) => lists.countsOf(listed, filter, unit)),
    'library:lanes': ({ filter, by }) =>
      withList(desk, filter, (listed, lists) => lists.lanesOf(listed, filter.clock, by)),
    'library:facets': ({ filter }) => withLibrary(desk, (_library, lists) => lists.facets(filter)),
    'library:reveal': async () => {
      shell.showItemInFolder(desk.current.path)
      return ok({})
    },
  }) satisfies Partial<Handlers>
