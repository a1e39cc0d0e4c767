import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { exportOf } from './export.ts'
import { failure, withLibrary } from './with-library.ts'

/** Clippings that leave the window as files. */
export const dragHandlers = (desk: Desk) =>
  ({
    'drag:prepare': request =>
      withLibrary(desk, async (library, listings) => {
        const of = await exportOf(desk, library, listings, request)
        if (!of.ok) return of
        const drag = desk.identifiers.next(desk.clock.now())
        const place = desk.dragged.placeOf(drag)
        // In the pool of what the user waits for: a long export does not keep a drag waiting.
        const ran = await desk.pool.run('export-notes', { of: of.value, place })
        const written = ran.ok ? ran.value : failure('export-failed', ran.error.message)
        if (!written.ok) return written
        await desk.dragged.ready(drag, written.value)
        return ok({ drag, folder: desk.dragged.folder })
      }),
    'drag:start': async ({ drag }, caller) => {
      const dragged = desk.dragged.take(drag)
      if (dragged === undefined) return failure('not-found')
      caller.drag(dragged)
      return ok({})
    },
  }) satisfies Partial<Handlers>
