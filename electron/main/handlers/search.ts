import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import { localDay } from '../../store/local-day.ts'
import type { Desk } from '../desk.ts'
import { withLibrary, workFailed } from './with-library.ts'

export const searchHandlers = (desk: Desk) =>
  ({
    'search:snippets': ({ query, ids }) =>
      withLibrary(desk, async library => {
        const clippings = ids.flatMap(id => {
          const clipping = library.state.clippings.get(id)
          return clipping === undefined ? [] : [{ id, revision: clipping.articleRevision }]
        })
        const today = localDay(desk.clock.now())
        const asked = { library: library.directory, query, today, clippings }
        const snippets = await desk.indexPool.run('index-snippets', asked)
        return snippets.ok ? ok({ snippets: snippets.value }) : workFailed(snippets.error)
      }),
    'search:cancel': ({ query }) =>
      withLibrary(desk, async (_library, lists) => {
        lists.cancel(query)
        return ok({})
      }),
  }) satisfies Partial<Handlers>
