import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BAG_DECLARATION, TAG_MANIFEST } from '../core/export/evidence/manifest.ts'
import { exhausted } from '../core/result.ts'
import type { BagProblem, BagReport } from '../store/evidence/bag-problem.ts'
import { verifyBag } from '../store/evidence/verify-bag.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { readingFailure } from './read-source.ts'

/** A name out of a bag, which may hold anything, on one line. */
const shown = (name: string): string => JSON.stringify(name).slice(1, -1)

/** A problem of a bag in a user's words. */
function problemInWords({ kind, what: raw, detail: more = '' }: BagProblem): string {
  const [what, detail] = [shown(raw), shown(more)]
  switch (kind) {
    case 'no-declaration':
      return `${what} is missing or is not that of a bag of version 1.0`
    case 'bad-line':
      return `${what}: line ${detail} is damaged`
    case 'unsafe-path':
      return `${detail} names ${what}, which leads outside the bag; it was not opened`
    case 'missing':
      return `${what} is missing${detail === '' ? '' : `; ${detail} names it`}`
    case 'added':
      return `${what} was added: ${detail} does not name it`
    case 'changed':
      return `${what} is not what it was: it has not the SHA-256 that ${detail} says`
    case 'twice':
      return `${detail} names ${what} twice`
    case 'no-plain-file':
      return `${what} is a link or a device, not a file; it was not followed`
    case 'fetched':
      return `${what} is there: a bag of evidence has all of its files`
    case 'other-size':
      return `${what}: the bag has another number of bytes or files than it says (${detail})`
    case 'unreadable':
      return `${what} is missing or cannot be read, so the clippings could not be checked`
    case 'broken-chain':
      return `${what}: the chain of changes is broken at line ${detail}`
    case 'other-chain-end':
      return `${what}: the chain of changes does not end where the index says; changes were removed or added`
    case 'other-state':
      return `${what} is not the clipping that its changes make`
    case 'other-original':
      return `${what}: an original or picture is not the one that the clipping was made from ${detail}`.trimEnd()
    case 'other-clipping':
      return `${what} is of another clipping than ${detail}`
    default:
      return exhausted(kind)
  }
}

function inWords({ ok, seal, files, clippings, changes, lost, problems }: BagReport): string {
  return [
    `${files} files, ${clippings} clippings and ${changes} changes checked`,
    ...lost.map(sha256 => `the original or picture ${sha256} was missing when the bag was made`),
    ...problems.map(problemInWords),
    ...(ok
      ? [
          'every sum and every chain is right',
          `the bag is as it was made if the SHA-256 of ${TAG_MANIFEST} was noted then as ${seal}`,
        ]
      : [`${problems.length} problems: the bag is not as it was made`]),
    '',
  ].join('\n')
}

/** `verify BAG`: recomputes all that a bag of evidence claims; nothing is written. */
export async function verifyEvidence(folder: string, asJson: boolean, output: Output): Promise<ExitCode> {
  try {
    await stat(join(folder, BAG_DECLARATION))
  } catch (error) {
    output.err(
      `cuttings: ${folder}: this is no bag of evidence in a folder; an archive has to be unpacked first (${readingFailure(error)})\n`,
    )
    return EXIT.failed
  }
  const report = await verifyBag(folder)
  output.out(asJson ? json(report) : inWords(report))
  return report.ok ? EXIT.done : EXIT.failed
}
