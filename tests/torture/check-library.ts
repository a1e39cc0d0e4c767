import { isDeepStrictEqual } from 'node:util'
import { applyOperations, inverseOf } from '../../electron/core/library/operations.ts'
import { EMPTY_STATE, type LibraryState, RECORD_KINDS } from '../../electron/core/library/state.ts'
import type { JournalLine, Operation } from '../../electron/core/model/library-change.ts'
import { durableFiles } from '../../electron/store/durable-files.ts'
import { nodeFileSystem } from '../../electron/store/file-system.ts'
import { listJournal, readJournalFile } from '../../electron/store/journal-reader.ts'
import type { Library } from '../../electron/store/library.ts'
import { digestOf } from './digest.ts'

/** What has to be there, by seq: the digest of the operations, `undo` or `redo`, or `shown` for a change seen after a kill. */
export type Acknowledged = ReadonlyMap<number, string>

const byRecord = (ops: readonly Operation[]): string[] => ops.map(op => JSON.stringify(op)).sort()

/** The lines of the journal, as far as they can be read. */
export async function linesOf(directory: string): Promise<JournalLine[]> {
  const files = durableFiles(nodeFileSystem, directory)
  const list = await listJournal(files)
  const lines: JournalLine[] = []
  for (const file of list.ok ? list.value : []) {
    const read = await readJournalFile(files, file)
    if (read.ok) lines.push(...read.value.scan.lines.map(({ line }) => line))
  }
  return lines
}

/** The records of both that differ, of one kind. */
function differing(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].filter(key => !isDeepStrictEqual(a.get(key), b.get(key)))
}

/** Applies every line of the journal from the first, and says what of it was never meant. */
function replay(lines: readonly JournalLine[], acknowledged: Acknowledged, problems: string[]): LibraryState {
  let state = EMPTY_STATE
  const inverses = new Map<number, Operation[]>()
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) problems.push(`the journal has ${line.seq} where ${index + 1} should be`)
    const expected = acknowledged.get(line.seq)
    if (expected === 'undo' || expected === 'redo') {
      if (line.by !== expected)
        problems.push(`change ${line.seq} was acknowledged as ${expected}, and is ${line.by}`)
    } else if (expected !== undefined && expected !== 'shown' && digestOf(line.ops) !== expected)
      problems.push(`change ${line.seq} is not what was acknowledged`)
    const inverse = line.reverts === undefined ? undefined : inverses.get(line.reverts)
    if (inverse !== undefined && !isDeepStrictEqual(byRecord(line.ops), byRecord(inverse)))
      problems.push(`change ${line.seq} does not take change ${line.reverts} back`)
    inverses.set(line.seq, inverseOf(state, line.ops))
    state = applyOperations(state, line.ops)
  }
  return state
}

/**
 * What is wrong with an open library, given the lines of its journal and what was acknowledged; nothing on a good day.
 * The journal is applied anew, so that a change that is there in part shows as a state that no journal leads to.
 */
export async function problemsOf(
  library: Library,
  lines: readonly JournalLine[],
  acknowledged: Acknowledged,
): Promise<string[]> {
  const problems: string[] = []
  if (library.readOnly !== undefined) problems.push(`opens for reading only: ${library.readOnly.message}`)
  const last = Math.max(0, ...acknowledged.keys())
  if (library.version < last) problems.push(`change ${last} is lost: the library is at ${library.version}`)
  if (lines.length !== library.version) problems.push(`${lines.length} lines for ${library.version} changes`)
  const replayed = replay(lines, acknowledged, problems)
  for (const kind of RECORD_KINDS)
    for (const key of differing(library.state[kind], replayed[kind]))
      problems.push(`of ${kind}, ${key} is not what the journal says`)
  for (const clipping of library.state.clippings.values()) {
    const article = await library.readArticle(clipping)
    if (!article.ok) problems.push(`the article of ${clipping.id} is lost: ${article.error.message}`)
    for (const { sha256 } of clipping.originals)
      if (!(await library.readOriginal(sha256)).ok) problems.push(`the original ${sha256} is lost`)
  }
  return problems
}
