import { stat } from 'node:fs/promises'
import { exhausted } from '../core/result.ts'
import { type RepairReport, repairLibrary } from '../store/repair/repair.ts'
import type { Mended } from '../store/repair/workbench.ts'
import { systemClock } from '../store/system-ports.ts'
import { storeFailure } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { readingFailure } from './read-source.ts'
import { problemInWords } from './verify.ts'

function mendedInWords({ kind, what, count = 0 }: Mended): string {
  switch (kind) {
    case 'journal-lines-restored':
      return `${count} changes restored from a backup: ${what}`
    case 'journal-end-cut':
      return `a change that was not finished was cut off: ${what}`
    case 'snapshot-rebuilt':
      return `the snapshot was rebuilt from the journal: ${count} clippings`
    case 'snapshot-salvaged':
      return `the snapshot was put together from what can be read: ${count} clippings`
    case 'article-restored':
      return `an article was restored from a backup: ${what}`
    case 'original-restored':
      return `an original was restored from a backup: ${what}`
    case 'asset-restored':
      return `a picture was restored from a backup: ${what}`
    default:
      return exhausted(kind)
  }
}

function inWords({ mended, remaining, aside }: RepairReport): string {
  const lines = mended.map(mendedInWords)
  if (aside !== undefined) lines.push(`what was replaced is kept in ${aside}`)
  if (remaining.length > 0)
    lines.push('could not be repaired:', ...remaining.map(each => `  ${problemInWords(each)}`))
  else
    lines.push(mended.length === 0 ? 'nothing to repair: the library is sound' : 'the library is sound again')
  return `${lines.join('\n')}\n`
}

/** `repair`: fixes what the journal and the backups can fix, and says what they cannot. */
export async function repair(
  library: string,
  backups: string | undefined,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  try {
    await stat(library)
  } catch (error) {
    output.err(`cuttings: ${library}: ${readingFailure(error)}\n`)
    return EXIT.failed
  }
  const repaired = await repairLibrary({ library, backups, clock: systemClock })
  if (!repaired.ok) {
    output.err(`cuttings: ${library}: nothing was repaired: ${storeFailure(repaired.error)}\n`)
    return EXIT.failed
  }
  output.out(asJson ? json(repaired.value) : inWords(repaired.value))
  return repaired.value.remaining.length === 0 ? EXIT.done : EXIT.failed
}
