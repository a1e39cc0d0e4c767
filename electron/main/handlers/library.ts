import { shell } from 'electron'
import { KeptCounts } from '../../core/library/counts.ts'
import { overviewOf } from '../../core/library/overview.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { withLibrary } from './with-library.ts'

/** Rows that come with a list, so that the first screen needs one request. */
const FIRST_ROWS = 60

export function libraryHandlers(desk: Desk) {
  const counts = new KeptCounts()
  return {
    'library:overview': () =>
      withLibrary(desk, async ({ state, version, history }) =>
        ok({ version, ...overviewOf(state, counts.of(state)), ...history }),
      ),
    'library:list': filter =>
      withLibrary(desk, async (_library, lists) => {
        const began = performance.now()
        const listed = await lists.get(filter)
        if (!listed.ok) return listed
        const { version, ids, groups, density } = listed.value
        return ok({
          version,
          total: ids.length,
          groups: [...groups],
          density: [...density],
          firstRows: lists.rows(ids.slice(0, FIRST_ROWS)),
          ms: performance.now() - began,
        })
      }),
    'library:rows': ({ filter, start, count }) =>
      withLibrary(desk, async (_library, lists) => {
        const listed = await lists.get(filter)
        if (!listed.ok) return listed
        const rows = lists.rows(listed.value.ids.slice(start, start + count))
        return ok({ version: listed.value.version, rows })
      }),
    'library:ids': ({ filter, start, count }) =>
      withLibrary(desk, async (_library, lists) => {
        const listed = await lists.get(filter)
        return listed.ok ? ok({ ids: listed.value.ids.slice(start, start + count) }) : listed
      }),
    'library:reveal': async () => {
      shell.showItemInFolder(desk.current.path)
      return ok({})
    },
  } satisfies Partial<Handlers>
}
