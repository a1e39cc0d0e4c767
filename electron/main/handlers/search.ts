import { textOf } from '../../core/body/text.ts'
import type { Snippet } from '../../core/model/listing.ts'
import { ok } from '../../core/result.ts'
import { parseQuery } from '../../core/search/parse-query.ts'
import { EVERYTHING } from '../../core/search/query.ts'
import { snippetOf } from '../../core/search/snippet.ts'
import { facetsOf } from '../../core/timeline/facets.ts'
import type { Handlers } from '../../ipc/answer.ts'
import { localDay } from '../../store/local-day.ts'
import type { Desk } from '../desk.ts'
import { withLibrary } from './with-library.ts'

export const searchHandlers = (desk: Desk) =>
  ({
    'library:facets': ({ filter }) =>
      withLibrary(desk, async ({ state }, lists) => {
        const listed = await lists.get(filter)
        if (!listed.ok) return listed
        const { version, ids } = listed.value
        const clippings = ids.flatMap(id => state.clippings.get(id) ?? [])
        return ok({ version, ...facetsOf(clippings, filter.clock, localDay) })
      }),
    'search:snippets': ({ query, ids }) =>
      withLibrary(desk, async library => {
        const parsed = parseQuery(query, { today: localDay(desk.clock.now()), typing: true })
        const snippets: Snippet[] = []
        for (const id of ids) {
          const clipping = library.state.clippings.get(id)
          const article = clipping === undefined ? undefined : await library.readArticle(clipping)
          if (article?.ok !== true) continue
          const { highlights, ...passage } = snippetOf(
            textOf(article.value.body),
            parsed.ok ? parsed.value.query : EVERYTHING,
          )
          snippets.push({ id, ...passage, marks: highlights.map(({ start, end }) => [start, end]) })
        }
        return ok({ snippets })
      }),
    'search:cancel': async () => ok({}),
  }) satisfies Partial<Handlers>
