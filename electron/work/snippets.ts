import { textOf } from '../core/body/text.ts'
import type { Snippet } from '../core/model/listing.ts'
import { parseQuery } from '../core/search/parse-query.ts'
import { EVERYTHING } from '../core/search/query.ts'
import { snippetOf } from '../core/search/snippet.ts'
import { readArticleFile } from './article-file.ts'
import type { Tasks } from './tasks.ts'

/** Snippets of the first screen's clippings, from their article files; what cannot be read of the query shows nothing. */
export async function findSnippets(input: Tasks['index-snippets']['input']): Promise<Snippet[]> {
  const parsed = parseQuery(input.query, { today: input.today, typing: true })
  const query = parsed.ok ? parsed.value.query : EVERYTHING
  const found = await Promise.all(
    input.clippings.map(async ({ id, revision }) => {
      const article = await readArticleFile(input.library, id, revision)
      if (article === undefined) return []
      const { highlights, ...passage } = snippetOf(textOf(article.body), query)
      const marks = highlights.map(({ start, end }): [number, number] => [start, end])
      return [{ id, ...passage, marks }]
    }),
  )
  return found.flat()
}
