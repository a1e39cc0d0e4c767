import { setTimeout as delay } from 'node:timers/promises'
import { applyOperations } from '../core/library/operations.ts'
import { EMPTY_STATE, type LibraryState, RECORD_KINDS } from '../core/library/state.ts'
import { articleSchema } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Operation } from '../core/model/library-change.ts'
import type { Result } from '../core/result.ts'
import { isLibraryPath, nameOf } from './backup/library-paths.ts'
import { sha256Of } from './content-files.ts'
import { type DurableFiles, durableFiles } from './durable-files.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { damagedLedgers } from './import-ledger-files.ts'
import { listJournal, readJournalFile } from './journal-reader.ts'
import { parseJson } from './json-file.ts'
import {
  ARTICLES_FOLDER,
  ASSETS_FOLDER,
  articlePath,
  assetPath,
  filesOf,
  journalPath,
  LIBRARY_FILE,
  ORIGINALS_FOLDER,
  originalPath,
} from './paths.ts'
import { type ConflictCopy, findConflictCopies } from './repair/conflict-copies.ts'
import { readSnapshot } from './snapshot.ts'
import type { StoreFailure } from './store-failure.ts'

export { filesOf as pathsOf } from './paths.ts'

/** Something that is not as it was written. `what` it concerns is a path or the id of a record. */
export interface Problem {
  readonly kind:
    | 'unreadable-snapshot'
    | 'damaged-journal'
    | 'torn-journal'
    | 'missing-journal'
    | 'snapshot-differs'
    | 'missing-article'
    | 'damaged-article'
    | 'missing-original'
    | 'damaged-original'
    | 'missing-asset'
    | 'damaged-asset'
    /** A line of an import's ledger is not as it was written. */
    | 'damaged-ledger'
    | 'missing-collection'
  readonly what: string
  readonly detail?: string
}

export interface VerifyReport {
  readonly ok: boolean
  readonly checked: {
    readonly changes: number
    readonly clippings: number
    readonly articles: number
    readonly originals: number
  }
  readonly problems: readonly Problem[]
  /** Files that no clipping names, now or at any time of the history: left over from a clip that did not finish. */
  readonly unreferenced: readonly string[]
  /** What a program that keeps folders in step made of changes that it could not merge. */
  readonly conflictCopies: readonly ConflictCopy[]
}

/**
 * Recomputes every checksum and hash of the library in the folder and follows every reference. The journal is
 * replayed from the first change, so the snapshot is checked against the whole history. Nothing is written,
 * and no lock is taken: beside a running product the library is checked as it is while it is read, and a clip that
 * is under way shows as files that no clipping names.
 */
export const verify = (directory: string, fileSystem: FileSystem = nodeFileSystem): Promise<VerifyReport> =>
  verifyFiles(durableFiles(fileSystem, directory))

/** The same for a library that is not a folder, as one in a backup. */
export async function verifyFiles(files: DurableFiles): Promise<VerifyReport> {
  const problems: Problem[] = []
  // Before the journal: what a compaction writes meanwhile is in the journal then, and not the other way round.
  const snapshot = await readSnapshot(files)
  const journal = await verifyJournal(files, problems)
  const state = verifySnapshot(snapshot, journal, problems)
  const clippings = [...state.clippings.values()]
  const ever = [...clippings, ...journal.ops.flatMap(op => (op.op === 'put-clipping' ? [op.clipping] : []))]
  const articles = await verifyArticles(files, clippings, problems)
  const originals = await verifyOriginals(files, clippings, problems)
  const assets = await verifyAssets(files, clippings, problems)
  for (const what of await damagedLedgers(files)) problems.push({ kind: 'damaged-ledger', what })
  for (const { id, collections } of clippings)
    for (const collection of collections)
      if (!state.collections.has(collection))
        problems.push({ kind: 'missing-collection', what: id, detail: collection })
  const named = new Set(ever.flatMap(filesOf))
  return {
    ok: problems.length === 0,
    checked: {
      changes: journal.changes,
      clippings: clippings.length,
      articles: articles.length,
      originals: originals.length,
    },
    problems,
    unreferenced: [...articles, ...originals, ...assets].filter(path => !named.has(path)),
    conflictCopies: await findConflictCopies(files),
  }
}

/** The journal, as far as it can be read. */
export interface Journal {
  readonly changes: number
  readonly ops: readonly Operation[]
  readonly lines: readonly { readonly seq: number; readonly ops: readonly Operation[] }[]
  /** True where the lines go from the first change to the last without a gap. */
  readonly whole: boolean
}

async function verifyJournal(files: DurableFiles, problems: Problem[]): Promise<Journal> {
  const found = problems.length
  const lines: { seq: number; ops: readonly Operation[] }[] = []
  const list = await listJournal(files)
  let next = 1
  const names = list.ok ? list.value : []
  if (!list.ok) problems.push({ kind: 'damaged-journal', what: list.error.message })
  for (const file of names) {
    if (file !== next) problems.push({ kind: 'missing-journal', what: journalPath(next) })
    const read = await readSettled(files, file)
    if (!read.ok) {
      problems.push({ kind: 'damaged-journal', what: journalPath(file), detail: read.error.message })
      continue
    }
    const { scan } = read.value
    lines.push(...scan.lines.map(({ line }) => ({ seq: line.seq, ops: line.ops })))
    next = file + scan.lines.length
    if (scan.end !== 'clean') {
      const isLast = file === names.at(-1)
      const kind = scan.end === 'torn' && isLast ? 'torn-journal' : 'damaged-journal'
      problems.push({ kind, what: journalPath(file), detail: `at byte ${scan.intact}` })
    }
  }
  const whole =
    problems.length === found || problems.slice(found).every(({ kind }) => kind === 'torn-journal')
  return { changes: lines.length, ops: lines.flatMap(({ ops }) => ops), lines, whole }
}

const ATTEMPTS = 3
const PAUSE_MS = 20

/** The file once it is clean, or stays as it is: the end of one that is being written looks torn for a moment. */
async function readSettled(files: DurableFiles, file: number): ReturnType<typeof readJournalFile> {
  for (let attempt = 1; ; attempt++) {
    const read = await readJournalFile(files, file)
    if (attempt === ATTEMPTS || (read.ok && read.value.scan.end === 'clean')) return read
    await delay(PAUSE_MS)
  }
}

/** The state that the library opens with, as far as it can be read. */
function verifySnapshot(
  snapshot: Awaited<ReturnType<typeof readSnapshot>>,
  journal: Journal,
  problems: Problem[],
): LibraryState {
  const replayed = applyOperations(EMPTY_STATE, journal.ops)
  if (!snapshot.ok) {
    const { message, detail } = snapshot.error
    problems.push({
      kind: 'unreadable-snapshot',
      what: LIBRARY_FILE,
      detail: [message, detail].join(' ').trim(),
    })
    return replayed
  }
  const { seq, state } = snapshot.value
  const since = journal.lines.filter(line => line.seq > seq).flatMap(line => line.ops)
  const current = applyOperations(state, since)
  if (journal.whole && seq > (journal.lines.at(-1)?.seq ?? 0))
    problems.push({ kind: 'missing-journal', what: journalPath((journal.lines.at(-1)?.seq ?? 0) + 1) })
  else if (journal.whole)
    for (const what of differences(current, replayed)) problems.push({ kind: 'snapshot-differs', what })
  return current
}

/** Ids and names of the records that are not the same in both. */
export function differences(a: LibraryState, b: LibraryState): string[] {
  return RECORD_KINDS.flatMap(kind => {
    const keys = new Set([...a[kind].keys(), ...b[kind].keys()])
    return [...keys].filter(key => JSON.stringify(a[kind].get(key)) !== JSON.stringify(b[kind].get(key)))
  })
}

async function verifyArticles(
  files: DurableFiles,
  clippings: readonly Clipping[],
  problems: Problem[],
): Promise<string[]> {
  const there = new Set(await pathsIn(files, ARTICLES_FOLDER))
  for (const path of there) {
    const bytes = await files.read(path)
    if (isGone(bytes)) {
      there.delete(path)
      continue
    }
    const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, articleSchema) : undefined
    if (parsed === undefined || 'problem' in parsed)
      problems.push({ kind: 'damaged-article', what: path, detail: parsed?.problem ?? 'not readable' })
    else if (articlePath(parsed.value.id, parsed.value.revision) !== path)
      problems.push({ kind: 'damaged-article', what: path, detail: 'holds another article' })
  }
  for (const { id, articleRevision } of clippings)
    if (!there.has(articlePath(id, articleRevision)))
      problems.push({ kind: 'missing-article', what: id, detail: articlePath(id, articleRevision) })
  return [...there]
}

async function verifyOriginals(
  files: DurableFiles,
  clippings: readonly Clipping[],
  problems: Problem[],
): Promise<string[]> {
  const there = new Set(await pathsIn(files, ORIGINALS_FOLDER))
  for (const path of there) {
    const bytes = await files.read(path)
    if (isGone(bytes)) {
      there.delete(path)
      continue
    }
    const sha256 = bytes.ok && bytes.value !== undefined ? sha256Of(bytes.value) : undefined
    if (sha256 === undefined || originalPath(sha256) !== path)
      problems.push({
        kind: 'damaged-original',
        what: path,
        ...(sha256 && { detail: `has SHA-256 ${sha256}` }),
      })
  }
  for (const { id, originals } of clippings)
    for (const { sha256 } of originals)
      if (!there.has(originalPath(sha256)))
        problems.push({ kind: 'missing-original', what: id, detail: originalPath(sha256) })
  return [...there]
}

async function verifyAssets(
  files: DurableFiles,
  clippings: readonly Clipping[],
  problems: Problem[],
): Promise<string[]> {
  const there = new Set(await pathsIn(files, ASSETS_FOLDER))
  for (const path of there) {
    const bytes = await files.read(path)
    if (isGone(bytes)) there.delete(path)
    else if (!bytes.ok || bytes.value === undefined || !nameOf(path).startsWith(`${sha256Of(bytes.value)}.`))
      problems.push({ kind: 'damaged-asset', what: path })
  }
  for (const { id, assets = [] } of clippings)
    for (const asset of assets)
      if (!there.has(assetPath(asset)))
        problems.push({ kind: 'missing-asset', what: id, detail: assetPath(asset) })
  return [...there]
}

/** True for a file that was removed since it was listed: an orphan, unless a clipping names it. */
const isGone = (bytes: Result<Uint8Array | undefined, StoreFailure>): boolean =>
  bytes.ok && bytes.value === undefined

/** The library's files in a folder of shards; what else may lie there is nobody's loss. */
async function pathsIn(files: DurableFiles, folder: string): Promise<string[]> {
  const shards = await files.list(folder)
  const paths: string[] = []
  for (const shard of shards.ok ? shards.value : []) {
    const names = await files.list(`${folder}/${shard}`)
    if (names.ok) paths.push(...names.value.map(name => `${folder}/${shard}/${name}`))
  }
  return paths.filter(isLibraryPath)
}
