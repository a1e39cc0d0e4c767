import type { Clipping } from '../../core/model/clipping.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

/** Articles of each tag that are read for what they state, and of all tags together: a second of a worker's time. */
const READ_OF_EACH = 2
const READ_OF_ALL = 600
/** Clippings that are looked at for these, the newest first. */
const LOOKED_AT = 20_000

/** What can be said of tags beside what the user said: it changes nothing. */
export const tagAdviceHandlers = (desk: Desk) =>
  ({
    'tag:look-alikes': () =>
      withLibrary(desk, async (library, lists) => {
        const { tags } = await lists.overview()
        const asked = {
          library: library.directory,
          tags: tags.map(({ name, total }) => ({ name, total })),
          clippings: worthReading(library.state.clippings),
        }
        const found = await desk.pool.run('tag-look-alikes', asked)
        return found.ok ? ok({ pairs: found.value }) : workFailed(found.error)
      }),
    'tag:suggest': ({ id }) =>
      withLibrary(desk, async (library, lists) => {
        const clipping = library.state.clippings.get(id)
        if (clipping === undefined) return failure('not-found')
        const { articleRevision: revision, title, tags } = clipping
        const { tags: known } = await lists.overview()
        const suggested = await desk.indexPool.run('index-suggest-tags', {
          library: library.directory,
          clipping: { id, revision, title, tags: [...tags] },
          names: known.map(({ name }) => name),
          of: library.state.clippings.size,
        })
        return suggested.ok ? ok({ suggestions: suggested.value }) : workFailed(suggested.error)
      }),
    'tag:of-clippings': ({ ids }) =>
      withLibrary(desk, async library => {
        const clippings = [...new Set(ids)].flatMap(id => library.state.clippings.get(id) ?? [])
        const tags = counted(clippings, clipping => clipping.tags)
        const collections = counted(clippings, clipping => clipping.collections)
        return ok({
          clippings: clippings.length,
          tags: Array.from(tags, ([name, count]) => ({ name, count })),
          collections: Array.from(collections, ([id, count]) => ({ id, count })),
        })
      }),
  }) satisfies Partial<Handlers>

function counted(
  clippings: readonly Clipping[],
  valuesOf: (clipping: Clipping) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const clipping of clippings)
    for (const value of valuesOf(clipping)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The newest clippings of each tag, a few of each: what they state of its name others state, too. */
function worthReading(clippings: ReadonlyMap<string, Clipping>): { id: string; revision: number }[] {
  const read = new Map<string, number>()
  const chosen: { id: string; revision: number }[] = []
  const newest = [...clippings.values()].slice(-LOOKED_AT).reverse()
  for (const { id, tags, articleRevision } of newest) {
    if (chosen.length === READ_OF_ALL) break
    if (!tags.some(tag => (read.get(tag) ?? 0) < READ_OF_EACH)) continue
    for (const tag of tags) read.set(tag, (read.get(tag) ?? 0) + 1)
    chosen.push({ id, revision: articleRevision })
  }
  return chosen
}
