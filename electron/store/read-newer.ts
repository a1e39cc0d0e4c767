import { z } from 'zod'
import {
  lenientArticle,
  lenientClipping,
  lenientCollection,
  lenientEvent,
  lenientOperation,
  lenientOutletRule,
  lenientSavedSearch,
  lenientTag,
} from '../core/library/lenient-records.ts'
import { applyOperations } from '../core/library/operations.ts'
import { RecordMap } from '../core/library/record-map.ts'
import { EMPTY_STATE, type LibraryState } from '../core/library/state.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Operation } from '../core/model/library-change.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { readArticle } from './articles.ts'
import type { DurableFiles } from './durable-files.ts'
import { sealedJsonOf } from './journal-line.ts'
import { listJournal } from './journal-reader.ts'
import { parseJson } from './json-file.ts'
import { SCHEMA_VERSION } from './library-file.ts'
import { articlePath, journalPath, LIBRARY_FILE, MONTHS_FOLDER, monthPath } from './paths.ts'
import { caught, orThrow, StoreError, type StoreFailure } from './store-failure.ts'

/** What this version can read of a library that a newer one wrote. */
export interface NewerLibrary {
  readonly state: LibraryState
  /** The last change that was read. */
  readonly seq: number
  readonly createdAt: string
  /** `library-newer`, with how many records and changes this version could not make out. */
  readonly readOnly: StoreFailure
}

const newer = (version: number, detail?: string): StoreFailure => ({
  code: 'library-newer',
  message: `the library has schema version ${version}, this product writes ${SCHEMA_VERSION}`,
  ...(detail !== undefined && { detail }),
})

/** Lists may be absent, and hold what this version does not know. */
const list = z.array(z.unknown()).catch([])

const fileSchema = z.object({
  seq: z.number().int().nonnegative(),
  createdAt: z.iso.datetime().catch('1970-01-01T00:00:00.000Z'),
  months: z
    .array(z.string().regex(/^\d{4}-\d{2}$/))
    .optional()
    .catch(undefined),
  tags: list,
  collections: list,
  savedSearches: list,
  outletRules: list,
  events: list,
})

const lineSchema = z.object({ seq: z.number().int().positive(), ops: list })

const monthSchema = z.object({ clippings: z.array(z.unknown()) })

/** Counts what it passes over. */
class Reading {
  leftOut = 0

  each<T>(all: readonly unknown[], read: (json: unknown) => T | undefined): T[] {
    const known = all.flatMap(json => read(json) ?? [])
    this.leftOut += all.length - known.length
    return known
  }
}

/**
 * Reads a library of a newer version as far as this one understands it, and writes nothing. The order is that of any
 * reading beside a writer: the library file, the months, the journal. `library-newer` where the files are not such
 * that this version could make anything of them.
 */
export const readNewer = (
  files: DurableFiles,
  version: number,
): Promise<Result<NewerLibrary, StoreFailure>> =>
  caught(async () => {
    const reading = new Reading()
    const file = await readJson(files, LIBRARY_FILE, fileSchema, version)
    const clippings: Clipping[] = []
    for (const month of file.months ?? (await monthsThere(files))) {
      const there = await readJson(files, monthPath(month), monthSchema, version)
      for (const clipping of reading.each(there.clippings, lenientClipping)) clippings.push(clipping)
    }
    const snapshot: LibraryState = {
      ...EMPTY_STATE,
      clippings: RecordMap.of(clippings.map(each => [each.id, each])),
      tags: new Map(reading.each(file.tags, lenientTag).map(each => [each.name, each])),
      collections: new Map(reading.each(file.collections, lenientCollection).map(each => [each.id, each])),
      savedSearches: new Map(
        reading.each(file.savedSearches, lenientSavedSearch).map(each => [each.id, each]),
      ),
      outletRules: new Map(reading.each(file.outletRules, lenientOutletRule).map(each => [each.id, each])),
      events: new Map(reading.each(file.events, lenientEvent).map(each => [each.id, each])),
    }
    const { ops, seq } = await readChanges(files, file.seq, reading)
    const { leftOut } = reading
    const state = applyOperations(snapshot, ops)
    return { state, seq, createdAt: file.createdAt, readOnly: { ...newer(version), leftOut } }
  })

/** The article that the clipping names, as far as this version understands it; else `library-newer`. */
export async function readNewerArticle(
  files: DurableFiles,
  clipping: Pick<Clipping, 'id' | 'articleRevision'>,
  readOnly: StoreFailure,
): Promise<Result<Article, StoreFailure>> {
  const read = await readArticle(files, clipping)
  if (read.ok || read.error.code !== 'library-damaged') return read
  const bytes = await files.read(articlePath(clipping.id, clipping.articleRevision))
  if (!bytes.ok) return bytes
  const parsed = parseJson(bytes.value ?? new Uint8Array(), z.unknown())
  const article = 'value' in parsed ? lenientArticle(parsed.value) : undefined
  const isIt = article?.id === clipping.id && article.revision === clipping.articleRevision
  return isIt ? ok(article) : fail({ ...readOnly, detail: read.error.message })
}

async function readJson<T>(
  files: DurableFiles,
  path: string,
  schema: z.ZodType<T>,
  version: number,
): Promise<T> {
  const bytes = orThrow(await files.read(path))
  if (bytes === undefined) throw new StoreError(newer(version, `${path} is missing`))
  const parsed = parseJson(bytes, schema)
  if ('problem' in parsed) throw new StoreError(newer(version, `${path}: ${parsed.problem}`))
  return parsed.value
}

async function monthsThere(files: DurableFiles): Promise<string[]> {
  return orThrow(await files.list(MONTHS_FOLDER)).flatMap(
    name => /^(\d{4}-\d{2})\.json$/.exec(name)?.[1] ?? [],
  )
}

/** What the journal has after the snapshot, up to the first line that this version cannot tell from a torn one. */
async function readChanges(
  files: DurableFiles,
  snapshotSeq: number,
  reading: Reading,
): Promise<{ ops: Operation[]; seq: number }> {
  const all = orThrow(await listJournal(files))
  const ops: Operation[] = []
  let seq = snapshotSeq
  for (const file of all.slice(
    Math.max(
      0,
      all.findLastIndex(each => each <= snapshotSeq + 1),
    ),
  )) {
    const bytes = orThrow(await files.read(journalPath(file))) ?? new Uint8Array()
    // What follows the last newline is being written.
    const lines = wholeLines(bytes)
    for (const [index, bytesOfLine] of lines.entries()) {
      const line = lineSchema.safeParse(sealedJsonOf(bytesOfLine)).data
      if (line === undefined) {
        reading.leftOut += lines.length - index
        return { ops, seq }
      }
      if (line.seq <= snapshotSeq) continue
      for (const op of reading.each(line.ops, lenientOperation)) ops.push(op)
      seq = line.seq
    }
  }
  return { ops, seq }
}

const NEWLINE = 0x0a

function wholeLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; ; ) {
    const end = bytes.indexOf(NEWLINE, start)
    if (end === -1) return lines
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
}
