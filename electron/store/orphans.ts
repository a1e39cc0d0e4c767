import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { listJournal, readJournalFile } from './journal-reader.ts'
import { ARTICLES_FOLDER, ASSETS_FOLDER, filesOf, journalPath, ORIGINALS_FOLDER } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** A clip that did not finish is older than this by the time that its files are looked at; one under way is not. */
export const ORPHAN_AGE_MS = 24 * 60 * 60 * 1000

const TEMPORARY = /\.tmp-\d+-\d+$/

/**
 * The articles, originals and assets that no line of the journal ever named, and temporary files, all last modified before
 * `before` (milliseconds since the epoch): what clips that did not finish left. Fails with `library-damaged` where
 * the journal is not whole from its first line, because then nobody knows what it named.
 */
export async function findOrphans(
  files: DurableFiles,
  before: number,
): Promise<Result<string[], StoreFailure>> {
  const named = await everNamed(files)
  if (!named.ok) return named
  const orphans: string[] = []
  for (const folder of [ARTICLES_FOLDER, ORIGINALS_FOLDER, ASSETS_FOLDER]) {
    const shards = await files.list(folder)
    if (!shards.ok) return shards
    for (const shard of shards.value) {
      const names = await files.list(`${folder}/${shard}`)
      // A stray file among the folders is not ours.
      if (!names.ok) continue
      for (const name of names.value) {
        const path = `${folder}/${shard}/${name}`
        if (named.value.has(path) || !(TEMPORARY.test(name) || isOurs(folder, name))) continue
        const modified = await files.modifiedAt(path)
        if (!modified.ok) return modified
        if (modified.value !== undefined && modified.value < before) orphans.push(path)
      }
    }
  }
  return ok(orphans)
}

/** Whether the product gives files such names; what somebody else put there stays. */
const isOurs = (folder: string, name: string): boolean => OURS[folder]?.test(name) === true

const OURS: Readonly<Record<string, RegExp>> = {
  [ARTICLES_FOLDER]: /^[0-9a-f-]{36}(\.\d+)?\.json$/,
  [ORIGINALS_FOLDER]: /^[0-9a-f]{64}$/,
  [ASSETS_FOLDER]: /^[0-9a-f]{64}\.[a-z]{3,4}$/,
}

async function everNamed(files: DurableFiles): Promise<Result<Set<string>, StoreFailure>> {
  const list = await listJournal(files)
  if (!list.ok) return list
  const named = new Set<string>()
  let next = 1
  for (const file of list.value) {
    if (file !== next) return fail(damaged(`the journal has no change ${next}`))
    const read = await readJournalFile(files, file)
    if (!read.ok) return read
    const { scan } = read.value
    if (scan.end !== 'clean') return fail(damaged(`${journalPath(file)} is not whole`))
    for (const { line } of scan.lines)
      for (const op of [...line.ops, ...line.undo])
        if (op.op === 'put-clipping') for (const path of filesOf(op.clipping)) named.add(path)
    next = file + scan.lines.length
  }
  return ok(named)
}
