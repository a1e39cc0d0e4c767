import type { JournalLine } from '../../electron/core/model/library-change.ts'
import { importLedgers } from '../../electron/store/import-ledger-files.ts'
import { clippingsOf } from '../../electron/work/import-write.ts'
import { IMPORT } from './imports-until-killed.ts'

/**
 * What is wrong with the ledgers of a library, given the lines of its journal: a ledger that says of an item that it is
 * kept where no change ever put it, a part in doubt that is there by half, an item that was taken twice.
 */
export async function problemsOfImports(directory: string, lines: readonly JournalLine[]): Promise<string[]> {
  const problems: string[] = []
  const put = new Set<string>()
  for (const { ops } of lines) for (const op of ops) if (op.op === 'put-clipping') put.add(op.clipping.id)
  const ledgers = importLedgers(directory)
  const ids = await ledgers.ids()
  if (!ids.ok) return [`the imports cannot be listed: ${ids.error.message}`]
  for (const id of ids.value) {
    const read = await ledgers.read(id)
    if (!read.ok) {
      problems.push(`the import ${id} cannot be read: ${read.error.message}`)
      continue
    }
    const { entries, inDoubt, damaged, summary } = read.value
    if (damaged > 0) problems.push(`${damaged} lines of the import ${id} are damaged`)
    const missing = clippingsOf(entries).filter(clipping => !put.has(clipping))
    if (missing.length > 0) problems.push(`the import ${id} says that it kept ${missing.join(', ')}`)
    const there = clippingsOf(inDoubt).filter(clipping => put.has(clipping))
    if (there.length > 0 && there.length < inDoubt.length)
      problems.push(`of a part of the import ${id}, ${there.length} of ${inDoubt.length} items were kept`)
    const items = new Set(entries.map(({ file, key }) => `${file}/${key}`))
    if (items.size < entries.length) problems.push(`the import ${id} took an item twice`)
    if (summary.state === 'done' && entries.length !== IMPORT.files * IMPORT.itemsPerFile)
      problems.push(`the import ${id} is done with ${entries.length} items`)
  }
  return problems
}
