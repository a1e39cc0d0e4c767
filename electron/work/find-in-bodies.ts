import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textOf } from '../core/body/text.ts'
import { articleSchema } from '../core/model/article.ts'
import { fold } from '../core/search/fold.ts'
import { articlePath } from '../store/paths.ts'
import type { Tasks } from './tasks.ts'

/** Folded bodies that this worker has read, by file: revisions are immutable, so an entry never goes stale. */
const bodies = new Map<string, string>()

async function foldedBody(path: string): Promise<string> {
  const known = bodies.get(path)
  if (known !== undefined) return known
  const parsed = articleSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
  const text = parsed.success ? fold(textOf(parsed.data.body)) : ''
  bodies.set(path, text)
  return text
}

/** For each of the folded words, in order, the articles whose body has it. */
export async function findInBodies(input: Tasks['find-in-bodies']['input']): Promise<string[][]> {
  const { library, words, articles } = input
  const found = words.map((): string[] => [])
  for (const { id, revision } of articles) {
    const text = await foldedBody(join(library, articlePath(id, revision)))
    for (const [index, word] of words.entries()) if (text.includes(word)) found[index]?.push(id)
  }
  return found
}
