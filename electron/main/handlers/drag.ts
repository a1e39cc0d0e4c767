import { ShareMenu } from 'electron'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Input } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Desk } from '../desk.ts'
import type { Listings } from '../listings.ts'
import { currentWindow } from '../window.ts'
import { exportOf } from './export.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

/** Clippings as files that stand alone, in the app's own folder for them: where they are, and under which name. */
async function notesOf(
  desk: Desk,
  library: Library,
  listings: Listings,
  request: Input<'drag:prepare'>,
): Promise<Result<{ readonly drag: string; readonly files: readonly string[] }, Failure>> {
  const of = await exportOf(desk, library, listings, request)
  if (!of.ok) return of
  const drag = desk.identifiers.next(desk.clock.now())
  const place = desk.dragged.placeOf(drag)
  // In the pool of what the user waits for: a long export does not keep a drag waiting.
  const ran = await desk.pool.run('export-notes', { of: of.value, place })
  const written = ran.ok ? ran.value : workFailed(ran.error, 'export-failed')
  return written.ok ? ok({ drag, files: written.value }) : written
}

/** Clippings that leave the window as files: dragged, or by the system's menu for sharing. */
export const dragHandlers = (desk: Desk, platform: NodeJS.Platform = process.platform) =>
  ({
    'drag:prepare': request =>
      withLibrary(desk, async (library, listings) => {
        const notes = await notesOf(desk, library, listings, request)
        if (!notes.ok) return notes
        const { drag, files } = notes.value
        await desk.dragged.ready(drag, files)
        return ok({ drag, folder: desk.dragged.folder })
      }),
    'drag:start': async ({ drag }, caller) => {
      const dragged = desk.dragged.take(drag)
      if (dragged === undefined) return failure('not-found')
      caller.drag(dragged)
      return ok({})
    },
    'clipping:share': request =>
      withLibrary(desk, async (library, listings) => {
        if (platform !== 'darwin') return failure('not-found')
        const notes = await notesOf(desk, library, listings, request)
        if (!notes.ok) return notes
        const clippings = request.scope.ids.flatMap(id => library.state.clippings.get(id) ?? [])
        const menu = new ShareMenu({
          texts: clippings.map(({ title }) => title).filter(title => title.trim() !== ''),
          urls: clippings.flatMap(({ url, source }) => url ?? source?.url ?? []),
          filePaths: [...notes.value.files],
        })
        const window = currentWindow()
        menu.popup(window && { window })
        return ok({})
      }),
  }) satisfies Partial<Handlers>
