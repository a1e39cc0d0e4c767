import { type Article, articleSchema } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles, NewFile } from './durable-files.ts'
import { parseJson } from './json-file.ts'
import { articlePath } from './paths.ts'
import { sealedJsonBytes } from './sealed-json.ts'
import { caught, damaged, orThrow, type StoreFailure } from './store-failure.ts'

/** Writes the article under the first revision of its id that no file has; a revision is never written again. */
export const keepArticle = (files: DurableFiles, article: Article): Promise<Result<Article, StoreFailure>> =>
  caught(async () => {
    const kept = articleSchema.parse({ ...article, revision: await freeRevision(files, article.id) })
    orThrow(await files.create([() => fileOf(kept)]))
    return kept
  })

/** Writes the first articles of new clippings, whose ids nothing has ever used; gives them back in their order. */
export const keepFirstArticles = (
  files: DurableFiles,
  articles: readonly Article[],
): Promise<Result<Article[], StoreFailure>> =>
  caught(async () => {
    const kept: Article[] = []
    const made = articles.map((article, index) => () => {
      const first = articleSchema.parse({ ...article, revision: 1 })
      kept[index] = first
      return fileOf(first)
    })
    orThrow(await files.create(made))
    return kept
  })

const fileOf = (article: Article): NewFile => ({
  path: articlePath(article.id, article.revision),
  bytes: sealedJsonBytes(article),
})

/** One look at a file for each revision: a folder of a large library has hundreds of others. */
async function freeRevision(files: DurableFiles, id: string): Promise<number> {
  let revision = 1
  while (orThrow(await files.exists(articlePath(id, revision)))) revision++
  return revision
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
