import { listHighlights } from '../../core/library/list-highlights.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Library } from '../../store/library.ts'
import type { Desk } from '../desk.ts'
import { KnownHighlights } from '../known-highlights.ts'
import { withLibrary } from './with-library.ts'

export function highlightHandlers(desk: Desk) {
  const known = new WeakMap<Library, KnownHighlights>()
  const knownOf = (library: Library): KnownHighlights => {
    const highlights = known.get(library) ?? new KnownHighlights(library)
    known.set(library, highlights)
    return highlights
  }
  return {
    'library:highlights': ({ start, count, ...filter }) =>
      withLibrary(desk, async library => {
        const { highlighted, unread } = await knownOf(library).all()
        const { marked, counts } = listHighlights(highlighted, filter)
        return ok({
          total: marked.length,
          all: highlighted.reduce((sum, { highlights }) => sum + highlights.length, 0),
          unread,
          counts,
          marked: marked.slice(start, start + count),
        })
      }),
  } satisfies Partial<Handlers>
}
