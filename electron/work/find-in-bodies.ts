import { textOf } from '../core/body/text.ts'
import { fold } from '../core/search/fold.ts'
import { readArticleFile } from './article-file.ts'
import type { Tasks } from './tasks.ts'

/** Folded bodies that this worker has read, by library, clipping and revision: an entry never goes stale. */
const bodies = new Map<string, string>()

async function foldedBody(library: string, id: string, revision: number): Promise<string> {
  const key = `${library} ${id} ${revision}`
  const known = bodies.get(key)
  if (known !== undefined) return known
  const article = await readArticleFile(library, id, revision)
  const text = article === undefined ? '' : fold(textOf(article.body))
  bodies.set(key, text)
  return text
}

/** For each of the folded words, in order, the articles whose body has it. */
export async function findInBodies(input: Tasks['find-in-bodies']['input']): Promise<string[][]> {
  const { library, words, articles } = input
  const found = words.map((): string[] => [])
  for (const { id, revision } of articles) {
    const text = await foldedBody(library, id, revision)
    for (const [index, word] of words.entries()) if (text.includes(word)) found[index]?.push(id)
  }
  return found
}
