import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Article, articleSchema } from '../core/model/article.ts'
import { parseJson } from '../store/json-file.ts'
import { articlePath } from '../store/paths.ts'
import { isMissing } from '../store/store-failure.ts'

/**
 * An article of the library, for searching. Undefined where its file is missing or not as it was written: one
 * damaged file must not keep the others from being found, and opening the clipping says what is wrong.
 */
export async function readArticleFile(
  library: string,
  id: string,
  revision: number,
): Promise<Article | undefined> {
  try {
    const path = join(library, articlePath(id, revision))
    const parsed = parseJson(await readFile(path), articleSchema)
    return 'value' in parsed ? parsed.value : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
