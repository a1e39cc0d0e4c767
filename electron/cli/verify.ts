import { stat } from 'node:fs/promises'
import { exhausted } from '../core/result.ts'
import type { ConflictCopy } from '../store/repair/conflict-copies.ts'
import { type Problem, type VerifyReport, verify } from '../store/verify.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { readingFailure } from './read-source.ts'

/** A problem in a user's words. */
export function problemInWords({ kind, what, detail }: Problem): string {
  const why = detail === undefined ? '' : ` (${detail})`
  switch (kind) {
    case 'unreadable-snapshot':
      return `${what} cannot be read${why}`
    case 'damaged-journal':
      return `${what} has a change that is not as it was written${why}`
    case 'torn-journal':
      return `${what} ends in a change that was not finished; the next start removes it${why}`
    case 'missing-journal':
      return `changes are missing from the journal: ${what}${why}`
    case 'snapshot-differs':
      return `the snapshot does not agree with the journal: ${what}${why}`
    case 'missing-article':
      return `the article of a clipping is missing: ${what}${why}`
    case 'damaged-article':
      return `an article is not as it was written: ${what}${why}`
    case 'missing-original':
      return `an original is missing: ${what}${why}`
    case 'damaged-original':
      return `an original no longer has its SHA-256: ${what}${why}`
    case 'missing-asset':
      return `a picture is missing: ${what}${why}`
    case 'damaged-asset':
      return `a picture no longer has its SHA-256: ${what}${why}`
    case 'damaged-ledger':
      return `a line of an import's ledger is not as it was written: ${what}${why}`
    case 'missing-collection':
      return `clipping ${what} is in a collection that does not exist${why}`
    default:
      return exhausted(kind)
  }
}

/** A copy that a syncing program made, in a user's words. */
const copyInWords = ({ path, of, service, same }: ConflictCopy): string =>
  `${path} looks like a copy of ${of} that ${service} made when two computers had changed it; ${
    same
      ? 'it says nothing that the library does not'
      : 'what it says is not in the library, and was not merged'
  }`

function inWords({ ok, checked, problems, unreferenced, conflictCopies }: VerifyReport): string {
  const { changes, clippings, articles, originals } = checked
  const lines = [
    `${changes} changes, ${clippings} clippings, ${articles} articles and ${originals} originals checked`,
    ...problems.map(problemInWords),
    ...(unreferenced.length === 0
      ? []
      : [`${unreferenced.length} files belong to no clipping (a clip that did not finish); they do no harm`]),
    ...conflictCopies.map(copyInWords),
    ok ? 'the library is sound' : `${problems.length} problems; nothing was changed`,
  ]
  return `${lines.join('\n')}\n`
}

/** `verify`: every checksum and reference of a library, recomputed; nothing is written. */
export async function verifyLibrary(folder: string, asJson: boolean, output: Output): Promise<ExitCode> {
  try {
    await stat(folder)
  } catch (error) {
    output.err(`cuttings: ${folder}: ${readingFailure(error)}\n`)
    return EXIT.failed
  }
  const report = await verify(folder)
  output.out(asJson ? json(report) : inWords(report))
  return report.ok ? EXIT.done : EXIT.failed
}
