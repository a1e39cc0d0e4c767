import {
  type BaggedClipping,
  bagIndexSchema,
  CLIPPING_FILE,
  HISTORY_FILE,
} from '../../core/export/evidence/bag-index.ts'
import {
  areSame,
  CHAIN_START,
  type ChainLink,
  chainLinkSchema,
  clippingAfter,
  linkHash,
} from '../../core/export/evidence/change-chain.ts'
import { INDEX } from '../../core/export/evidence/manifest.ts'
import { type Clipping, clippingSchema } from '../../core/model/clipping.ts'
import { parseJson } from '../json-file.ts'
import { type BagFiles, bytesIn, sha256OfText, sumIn } from './bag-files.ts'
import type { BagProblem } from './bag-problem.ts'

interface Found {
  readonly clippings: number
  readonly changes: number
  readonly lost: readonly string[]
}

/** Holds each clipping of a bag against its chain of changes, and its originals and pictures against the clipping. */
export async function verifyClippings(files: BagFiles, problems: BagProblem[]): Promise<Found> {
  const bytes = await bytesIn(files, INDEX)
  const parsed = bytes && parseJson(bytes, bagIndexSchema)
  if (parsed === undefined || !('value' in parsed)) {
    problems.push({ kind: 'unreadable', what: INDEX })
    return { clippings: 0, changes: 0, lost: [] }
  }
  const { clippings } = parsed.value
  let changes = 0
  for (const bagged of clippings) {
    const chain = await verifyChain(files, bagged, problems)
    changes += chain.length
    await verifyClipping(files, bagged, chain, problems)
  }
  const lost = clippings.flatMap(({ originals, pictures }) =>
    [...originals, ...pictures].flatMap(({ sha256, path }) => (path === null ? [sha256] : [])),
  )
  return { clippings: clippings.length, changes, lost }
}

/** The links of a chain, as far as they are whole. */
async function verifyChain(
  files: BagFiles,
  { folder, changes, chainEnd }: BaggedClipping,
  problems: BagProblem[],
): Promise<ChainLink[]> {
  const what = `${folder}${HISTORY_FILE}`
  const text = (await bytesIn(files, what))?.toString('utf8')
  if (text === undefined) {
    problems.push({ kind: 'missing', what })
    return []
  }
  const links: ChainLink[] = []
  let previous = CHAIN_START
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const parsed = parseJson(Buffer.from(line), chainLinkSchema)
    const link = 'value' in parsed ? parsed.value : undefined
    // The change as it is written, not as a schema may have made it.
    const written = link && (JSON.parse(line) as { change: object }).change
    const isWhole =
      link?.previous === previous &&
      written !== undefined &&
      link.hash === linkHash(previous, written, sha256OfText)
    if (link === undefined || !isWhole) {
      problems.push({ kind: 'broken-chain', what, detail: String(index + 1) })
      return links
    }
    links.push(link)
    previous = link.hash
  }
  if (links.length !== changes || previous !== chainEnd) problems.push({ kind: 'other-chain-end', what })
  return links
}

async function verifyClipping(
  files: BagFiles,
  bagged: BaggedClipping,
  chain: readonly ChainLink[],
  problems: BagProblem[],
): Promise<void> {
  const what = `${bagged.folder}${CLIPPING_FILE}`
  const bytes = await bytesIn(files, what)
  const parsed = bytes && parseJson(bytes, clippingSchema)
  if (parsed === undefined || !('value' in parsed)) {
    problems.push({ kind: bytes === undefined ? 'missing' : 'unreadable', what })
    return
  }
  const clipping = parsed.value
  if (clipping.id !== bagged.id) problems.push({ kind: 'other-clipping', what, detail: bagged.id })
  // A library that is older than its journal has changes of a clipping whose beginning nobody wrote down.
  const after = clippingAfter(chain.map(({ change }) => change))
  if (after !== undefined && !areSame(after, clipping)) problems.push({ kind: 'other-state', what })
  await verifyContent(files, bagged.originals, clipping.originals, what, problems)
  await verifyContent(files, bagged.pictures, clipping.assets ?? [], what, problems)
  const first = firstOriginals(chain)
  for (const { sha256 } of clipping.originals)
    if (first !== undefined && !first.has(sha256))
      problems.push({ kind: 'other-original', what, detail: sha256 })
}

/** The originals that the clipping was imported with. */
function firstOriginals(chain: readonly ChainLink[]): ReadonlySet<string> | undefined {
  const imported: Clipping | undefined = clippingAfter(chain.slice(0, 1).map(({ change }) => change))
  return imported && new Set(imported.originals.map(({ sha256 }) => sha256))
}

/** Whether a clipping names the files that the bag has for it, and they are what they are named for. */
async function verifyContent(
  files: BagFiles,
  bagged: BaggedClipping['originals'],
  named: readonly { readonly sha256: string }[],
  what: string,
  problems: BagProblem[],
): Promise<void> {
  if (
    !areSame(
      bagged.map(({ sha256 }) => sha256),
      named.map(({ sha256 }) => sha256),
    )
  )
    problems.push({ kind: 'other-original', what })
  for (const { sha256, path } of bagged) {
    if (path === null) continue
    const sum = await sumIn(files, path)
    if (sum === undefined) problems.push({ kind: 'missing', what: path })
    else if (sum.sha256 !== sha256) problems.push({ kind: 'other-original', what: path, detail: sha256 })
  }
}
