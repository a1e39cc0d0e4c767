import type { Clipping } from '../core/model/clipping.ts'
import type { SearchDocument } from '../core/search/document.ts'
import { matchesQuery } from '../core/search/matches-query.ts'
import { parseQuery } from '../core/search/parse-query.ts'
import { readArticleFile } from './article-file.ts'
import { searchDocument } from './search-document.ts'
import type { Tasks } from './tasks.ts'

/** Characters of bodies that are remembered: those of some ten thousand articles. */
const MOST_REMEMBERED = 30_000_000

interface Body {
  readonly text: string
  readonly datesInText: SearchDocument['datesInText']
}

const EMPTY: Body = { text: '', datesInText: [] }

/** What this worker has read, by library, clipping and revision: an entry never goes stale. The oldest first. */
const bodies = new Map<string, Body>()
let remembered = 0

async function readBody(library: string, clipping: Clipping): Promise<Body> {
  const key = `${library} ${clipping.id} ${clipping.articleRevision}`
  const known = bodies.get(key)
  if (known !== undefined) return known
  const article = await readArticleFile(library, clipping.id, clipping.articleRevision)
  const { text, datesInText } = article === undefined ? EMPTY : searchDocument(clipping, article, new Map())
  const body = { text, datesInText }
  bodies.set(key, body)
  remembered += text.length
  for (const [oldest, { text: dropped }] of bodies) {
    if (remembered <= MOST_REMEMBERED) break
    bodies.delete(oldest)
    remembered -= dropped.length
  }
  return body
}

/** Looks at all of each clipping. What cannot be read of the query finds nothing. */
export async function findInBodies(input: Tasks['find-in-bodies']['input']): Promise<string[]> {
  const { library, today, clippings, collections } = input
  const parsed = parseQuery(input.query, { today, typing: true })
  if (!parsed.ok) return []
  const names = new Map(collections.map(({ id, name }) => [id, name]))
  const found: string[] = []
  for (const clipping of clippings) {
    const body = await readBody(library, clipping)
    const document = { ...searchDocument(clipping, undefined, names), ...body }
    if (matchesQuery(parsed.value.query, document)) found.push(clipping.id)
  }
  return found
}
