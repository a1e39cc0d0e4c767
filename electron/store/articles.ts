import { posix } from 'node:path'
import { type Article, articleSchema } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { inParallel } from './in-parallel.ts'
import { parseJson } from './json-file.ts'
import { articlePath } from './paths.ts'
import { sealedJsonBytes } from './sealed-json.ts'
import { caught, damaged, orThrow, type StoreFailure } from './store-failure.ts'

/** Writes the article under the first revision of its id that no file has; a revision is never written again. */
export const keepArticle = (files: DurableFiles, article: Article): Promise<Result<Article, StoreFailure>> =>
  caught(async () => {
    const kept = await put(files, article, await freeRevision(files, article.id))
    orThrow(await files.syncFolders([folderOf(kept)]))
    return kept
  })

/** Writes the first articles of new clippings, whose ids nothing has ever used; gives them back in their order. */
export const keepFirstArticles = (
  files: DurableFiles,
  articles: readonly Article[],
): Promise<Result<Article[], StoreFailure>> =>
  caught(async () => {
    const kept: Article[] = []
    await inParallel(articles.entries(), async ([index, article]) => {
      kept[index] = await put(files, article, 1)
    })
    orThrow(await files.syncFolders(kept.map(folderOf)))
    return kept
  })

const folderOf = ({ id, revision }: Article): string => posix.dirname(articlePath(id, revision))

async function put(files: DurableFiles, article: Article, revision: number): Promise<Article> {
  const kept = articleSchema.parse({ ...article, revision })
  orThrow(await files.put(articlePath(kept.id, kept.revision), sealedJsonBytes(kept)))
  return kept
}

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
