import type { Clipping } from '../../core/model/clipping.ts'
import { ok } from '../../core/result.ts'
import { compareByPublication } from '../../core/similarity/publication-order.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { familyMembers } from '../family-finder.ts'
import { failure, withLibrary, withSession, workFailed } from './with-library.ts'

/** Reprints of a clipping, its earlier and later versions, and what differs between two of them. */
export const familyHandlers = (desk: Desk) =>
  ({
    'family:list': ({ id }) =>
      withSession(desk, async ({ library, families }) => {
        const relations = await families.relations.upToDate()
        const { clippings } = library.state
        const clipping = clippings.get(id)
        if (clipping === undefined) return failure('not-found')
        const members = familyMembers(relations, clipping)
          .flatMap(member => clippings.get(member) ?? [])
          .filter(member => member.id === id || member.trashedAt === undefined)
          .sort(compareByPublication)
        const likeness = await families.likeness(
          id,
          members.map(member => member.id),
        )
        return ok({
          members: members.map((member, place) => ({
            clipping: member,
            resemblance: member.id === id ? 1 : (likeness[place] ?? null),
          })),
        })
      }),
    'version:list': ({ id }) =>
      withSession(desk, async ({ library, families }) => {
        const { byPreviousVersion } = await families.relations.upToDate()
        const { clippings } = library.state
        const clipping = clippings.get(id)
        if (clipping === undefined) return failure('not-found')
        const found = new Map<string, Clipping>()
        const wanted = [clipping]
        for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
          if (found.has(next.id)) continue
          found.set(next.id, next)
          const near = [next.previousVersion ?? '', ...byPreviousVersion.of(next.id)]
          wanted.push(...near.flatMap(each => clippings.get(each) ?? []))
        }
        const versions = [...found.values()]
          .filter(version => version.id === id || version.trashedAt === undefined)
          .sort((a, b) => (a.clippedAt < b.clippedAt ? -1 : 1))
        return ok({ versions })
      }),
    'article:diff': ({ before, after }) =>
      withLibrary(desk, async library => {
        const compared = [before, after].flatMap(id => {
          const clipping = library.state.clippings.get(id)
          return clipping === undefined
            ? []
            : [{ id, revision: clipping.articleRevision, title: clipping.title }]
        })
        const [old, now] = compared
        if (old === undefined || now === undefined) return failure('not-found')
        const asked = { library: library.directory, before: old, after: now }
        const diff = await desk.pool.run('article-diff', asked)
        if (!diff.ok) return workFailed(diff.error)
        return diff.value === undefined ? failure('read-failed') : ok(diff.value)
      }),
  }) satisfies Partial<Handlers>
