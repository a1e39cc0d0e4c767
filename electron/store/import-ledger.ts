import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { collectionIdSchema, importIdSchema, instantSchema } from '../core/model/identifiers.ts'
import {
  type ImportCounts,
  type ImportEntry,
  type ImportSummary,
  importEntrySchema,
  importOptionsSchema,
} from '../core/model/import-ledger.ts'
import { tagNameSchema } from '../core/model/tag.ts'
import { crc32c } from './crc32c.ts'
import { utf8 } from './json-file.ts'

/** The first line: what was asked for. */
const begunSchema = z.object({
  line: z.literal('begun'),
  id: importIdSchema,
  at: instantSchema,
  kind: z.enum(['chosen', 'watched']),
  paths: z.array(z.string()),
  options: importOptionsSchema,
})

/**
 * One line of `imports/<id>.jsonl`. Items are written before their clippings are committed; then `kept` says that the
 * items since the last such line are in the library as they say, or `dropped` that they are not. So after a crash only the items past the last of these lines are in doubt, and the library tells.
 */
export const ledgerLineSchema = z.discriminatedUnion('line', [
  begunSchema,
  z.object({ line: z.literal('item'), item: importEntrySchema }),
  /** Every item of the file stands before this line. */
  z.object({ line: z.literal('file'), file: z.string() }),
  /** Collections and tags that the library had not got: undoing takes them away where nothing else uses them. */
  z.object({
    line: z.literal('made'),
    collections: z.array(collectionIdSchema),
    tags: z.array(tagNameSchema),
  }),
  z.object({ line: z.literal('kept') }),
  z.object({ line: z.literal('dropped') }),
  z.object({ line: z.literal('resumed'), at: instantSchema }),
  z.object({ line: z.literal('ended'), at: instantSchema, how: z.enum(['done', 'cancelled']) }),
  z.object({ line: z.literal('undone'), at: instantSchema }),
])

export type LedgerLine = z.infer<typeof ledgerLineSchema>
export type LedgerHead = z.infer<typeof begunSchema>

const NEWLINE = 0x0a
const SEAL = /,"crc":"([0-9a-f]{8})"\}$/

const crcOf = (text: string): string => crc32c(Buffer.from(text)).toString(16).padStart(8, '0')

/** A line with its newline. Its last key is the CRC-32C of the same object without it, as in the journal. */
export function encodeLedgerLine(line: LedgerLine): string {
  const text = JSON.stringify(line)
  return `${text.slice(0, -1)},"crc":"${crcOf(text)}"}\n`
}

function decodeLedgerLine(text: string): LedgerLine | undefined {
  const seal = SEAL.exec(text)
  if (seal === null) return undefined
  const unsealed = `${text.slice(0, seal.index)}}`
  if (crcOf(unsealed) !== seal[1]) return undefined
  return ledgerLineSchema.safeParse(JSON.parse(unsealed)).data
}

export const NO_COUNTS: ImportCounts = { imported: 0, version: 0, duplicate: 0, 'link-only': 0, failed: 0 }

/** Counts with one item of each of the outcomes more. */
export function countedWith(
  counts: ImportCounts,
  entries: readonly Pick<ImportEntry, 'outcome'>[],
): ImportCounts {
  const after = { ...counts }
  for (const { outcome } of entries) after[outcome] += 1
  return after
}

/** What a ledger says, as far as it can be read. */
export interface Ledger {
  readonly head: LedgerHead
  /** Items that are in the library as they say. */
  readonly entries: readonly ImportEntry[]
  /** Items of the write that a crash interrupted. */
  readonly inDoubt: readonly ImportEntry[]
  /** Files of which every item is among the entries. */
  readonly finished: ReadonlySet<string>
  /** Collections and tags that it made. */
  readonly collections: readonly string[]
  readonly tags: readonly string[]
  readonly summary: ImportSummary
  /** Lines that are not as they were written; a last one without its newline is not counted. */
  readonly damaged: number
  /** Bytes up to the last newline: what stands after it was never whole. */
  readonly intact: number
}

/** So many lines are read at once: a large import has tens of thousands. */
const LINES_AT_ONCE = 500

/**
 * Reads a ledger, in turns. Undefined where not even the first line can be read. An import that is running looks
 * interrupted here: its process knows better.
 */
export async function readLedgerBytes(bytes: Uint8Array): Promise<Ledger | undefined> {
  const intact = bytes.lastIndexOf(NEWLINE) + 1
  const lines = (utf8(bytes.subarray(0, intact)) ?? '').split('\n')
  lines.pop()
  let head: LedgerHead | undefined
  const entries: ImportEntry[] = []
  let inDoubt: ImportEntry[] = []
  let filesInDoubt: string[] = []
  const finished = new Set<string>()
  let state: ImportSummary['state'] = 'interrupted'
  let endedAt: string | undefined
  let damaged = 0
  const collections: string[] = []
  const tags: string[] = []
  for (const [place, text] of lines.entries()) {
    if (place % LINES_AT_ONCE === LINES_AT_ONCE - 1) await nextTurn()
    const line = decodeLedgerLine(text)
    switch (line?.line) {
      case 'begun':
        head = line
        break
      case 'item':
        inDoubt.push(line.item)
        break
      case 'file':
        filesInDoubt.push(line.file)
        break
      case 'made':
        collections.push(...line.collections)
        tags.push(...line.tags)
        break
      case 'kept':
        for (const entry of inDoubt) entries.push(entry)
        for (const file of filesInDoubt) finished.add(file)
        inDoubt = []
        filesInDoubt = []
        break
      case 'dropped':
        inDoubt = []
        filesInDoubt = []
        break
      case 'resumed':
        state = 'interrupted'
        endedAt = undefined
        break
      case 'ended':
        state = line.how
        endedAt = line.at
        break
      case 'undone':
        state = 'undone'
        endedAt ??= line.at
        break
      case undefined:
        damaged += 1
    }
  }
  if (head === undefined) return undefined
  const { id, kind, paths, at } = head
  const summary: ImportSummary = {
    id,
    kind,
    paths,
    startedAt: at,
    ...(endedAt !== undefined && { endedAt }),
    state,
    counts: countedWith(NO_COUNTS, entries),
  }
  return { head, entries, inDoubt, finished, collections, tags, summary, damaged, intact }
}
