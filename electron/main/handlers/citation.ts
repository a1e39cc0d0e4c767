import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

/** References are set by a worker: loading a style and setting a list take longer than the main process may. */
export const citationHandlers = (desk: Desk) =>
  ({
    'citation:format': ({ ids, style, language }) =>
      withLibrary(desk, async library => {
        const clippings = ids.flatMap(id => library.state.clippings.get(id) ?? [])
        if (clippings.length === 0) return failure('not-found')
        const formatted = await desk.pool.run('format-references', { clippings, style, language })
        return formatted.ok
          ? ok({ ...formatted.value, count: clippings.length })
          : workFailed(formatted.error)
      }),
  }) satisfies Partial<Handlers>
