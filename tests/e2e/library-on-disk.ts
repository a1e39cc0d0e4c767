import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withMarks } from '../../electron/core/library/marks.ts'
import { type Article, articleSchema } from '../../electron/core/model/article.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { journalLineSchema } from '../../electron/core/model/library-change.ts'
import { articlePath } from '../../electron/store/paths.ts'

/** The clippings that the journal of a library leaves, read from the files alone: what a crash would leave too. */
export async function clippingsInJournal(library: string): Promise<Map<string, Clipping>> {
  const folder = join(library, 'journal')
  const clippings = new Map<string, Clipping>()
  for (const name of (await readdir(folder)).filter(each => each.endsWith('.jsonl')).sort()) {
    // What stands after the last line feed is a line that is being written.
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').slice(0, -1)
    for (const line of lines) {
      for (const change of journalLineSchema.parse(JSON.parse(line)).ops) {
        if (change.op === 'put-clipping') clippings.set(change.clipping.id, change.clipping)
        else if (change.op === 'mark-clipping') {
          const before = clippings.get(change.id)
          if (before !== undefined) clippings.set(change.id, withMarks(before, change.marks))
        } else if (change.op === 'remove-clipping') clippings.delete(change.id)
      }
    }
  }
  return clippings
}

export const articleOnDisk = async (library: string, { id, articleRevision }: Clipping): Promise<Article> =>
  articleSchema.parse(JSON.parse(await readFile(join(library, articlePath(id, articleRevision)), 'utf8')))
