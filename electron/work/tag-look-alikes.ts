import { textOf } from '../core/body/text.ts'
import type { LookAlike } from '../core/model/tag-advice.ts'
import { lookAlikes, type StatedPair } from '../core/tagging/look-alikes.ts'
import { statedPairs, tagsByLeaf } from '../core/tagging/stated-pairs.ts'
import { readArticleFile } from './article-file.ts'
import type { Tasks } from './tasks.ts'

/** Reads the articles one after the other: an answer that is a moment late holds nothing up. */
export async function findLookAlikes(input: Tasks['tag-look-alikes']['input']): Promise<LookAlike[]> {
  const { library, tags, clippings } = input
  const byLeaf = tagsByLeaf(tags.map(({ name }) => name))
  const stated: StatedPair[] = []
  for (const { id, revision } of clippings) {
    const article = await readArticleFile(library, id, revision)
    if (article !== undefined) stated.push(...statedPairs(textOf(article.body), id, byLeaf))
  }
  return lookAlikes(tags, stated)
}
