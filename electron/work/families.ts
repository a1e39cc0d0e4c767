import { join } from 'node:path'
import { textOf } from '../core/body/text.ts'
import { diffArticles } from '../core/similarity/diff-articles.ts'
import { FamilyIndex } from '../core/similarity/family-index.ts'
import { sketchOf } from '../core/similarity/sketch.ts'
import { readArticleFile } from './article-file.ts'
import { readFamilyFile, writeFamilyFile } from './family-file.ts'
import type { Tasks } from './tasks.ts'

/** Derived and disposable: deleting it loses nothing. */
const FILE = 'cache/families.bin'

/** The index that this worker holds: there is one worker for it, which answers in the order of asking. */
let index: FamilyIndex | undefined
/** Texts that were asked for and may yet come to nothing: they are found, and not written to the file. */
const expected = new Set<string>()

export function openFamilies({ library }: Tasks['family-open']['input']): Tasks['family-open']['output'] {
  index = new FamilyIndex()
  expected.clear()
  const found = readFamilyFile(join(library, FILE))
  for (const member of found?.members ?? []) index.put(member)
  return { seq: found?.seq }
}

/** Brings the index up to clippings as they are now; a text whose revision is known is not read again. */
export async function putFamilies(input: Tasks['family-put']['input']): Promise<boolean> {
  const held = index
  if (held === undefined) return false
  for (const id of input.removed) held.remove(id)
  for (const { id, revision, family } of input.clippings) {
    expected.delete(id)
    if (held.revisionOf(id) === revision) {
      held.setFamily(id, family)
      continue
    }
    const article = await readArticleFile(input.library, id, revision)
    const sketch = article === undefined ? undefined : sketchOf(textOf(article.body))
    held.put({ id, revision, family, sketch })
  }
  return true
}

/** The family of each text, in order; from now on each is found itself, by the texts that follow and later ones. */
export function findFamilies({ texts }: Tasks['family-find']['input']): Tasks['family-find']['output'] {
  const held = index
  if (held === undefined) return texts.map(() => undefined)
  return texts.map(({ id, text }) => {
    const sketch = sketchOf(text)
    const found = sketch === undefined ? undefined : held.find(sketch, id)
    held.put({ id, revision: 1, family: found?.family ?? id, sketch })
    expected.add(id)
    return found
  })
}

export const compareFamily = ({
  id,
  others,
}: Tasks['family-compare']['input']): Tasks['family-compare']['output'] =>
  others.map(other => index?.resemblance(id, other))

export function saveFamilies({ library, seq }: Tasks['family-save']['input']): boolean {
  if (index === undefined) return false
  const members = [...index.members()].filter(({ id }) => !expected.has(id))
  return writeFamilyFile(join(library, FILE), seq, members)
}

/** Lets go of what was kept in memory. */
export function closeFamilies(): undefined {
  index = undefined
  expected.clear()
}

/** Two articles of the library against each other; undefined where either cannot be read. */
export async function diffOfArticles({
  library,
  before,
  after,
}: Tasks['article-diff']['input']): Promise<Tasks['article-diff']['output']> {
  const [old, now] = await Promise.all([
    readArticleFile(library, before.id, before.revision),
    readArticleFile(library, after.id, after.revision),
  ])
  if (old === undefined || now === undefined) return undefined
  return diffArticles({ title: before.title, body: old.body }, { title: after.title, body: now.body })
}
