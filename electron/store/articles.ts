import { type Article, articleSchema } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { jsonBytes, parseJson } from './json-file.ts'
import { articlePath } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** Writes the article under the first revision of its id that no file has; a revision is never written again. */
export async function keepArticle(
  files: DurableFiles,
  article: Article,
): Promise<Result<Article, StoreFailure>> {
  // One look at a file for each revision: a folder of a large library has hundreds of others.
  let revision = 1
  for (;;) {
    const taken = await files.exists(articlePath(article.id, revision))
    if (!taken.ok) return taken
    if (!taken.value) break
    revision++
  }
  const kept = articleSchema.parse({ ...article, revision })
  const written = await files.replace(articlePath(article.id, revision), jsonBytes(kept))
  return written.ok ? ok(kept) : written
}

/** The revision that the clipping names; `library-damaged` where the file is not that article. */
export async function readArticle(
  files: DurableFiles,
  { id, articleRevision }: Pick<Clipping, 'id' | 'articleRevision'>,
): Promise<Result<Article, StoreFailure>> {
  const path = articlePath(id, articleRevision)
  const bytes = await files.read(path)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail({ code: 'not-found', message: `${path} is missing` })
  const parsed = parseJson(bytes.value, articleSchema)
  if ('problem' in parsed) return fail(damaged(`${path} is not readable`, parsed.problem))
  const article = parsed.value
  if (article.id !== id || article.revision !== articleRevision)
    return fail(damaged(`${path} holds another article`))
  return ok(article)
}
