import { z } from 'zod'
import { putClipping } from '../../core/library/change.ts'
import { marksOf } from '../../core/library/marks.ts'
import { applyOperations, clippingTouchedBy } from '../../core/library/operations.ts'
import { EMPTY_STATE, type LibraryState } from '../../core/library/state.ts'
import { missingTags } from '../../core/library/tags.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import { instantSchema, libraryIdSchema } from '../../core/model/identifiers.ts'
import type { Operation } from '../../core/model/library-change.ts'
import { readState, type StateAt } from '../backup/read-state.ts'
import type { DurableFiles } from '../durable-files.ts'
import { encodeLine } from '../journal-line.ts'
import { parseDamagedJson, parseJson } from '../json-file.ts'
import { journalPath, LIBRARY_FILE, MONTHS_FOLDER } from '../paths.ts'
import { isIntact } from '../sealed-json.ts'
import { monthFileSchema, monthOf, readSnapshot, type Snapshot, writeSnapshot } from '../snapshot.ts'
import { orThrow } from '../store-failure.ts'
import { differences } from '../verify.ts'
import type { MendedJournal } from './mend-journal.ts'
import type { Workbench } from './workbench.ts'

/**
 * Makes the snapshot what the journal says, where the journal has every change. Where it has not, a snapshot
 * that can be read is the truth up to its last change. Where neither is to be had, the library is put together
 * from the newest backup, the changes that can be read, and the months that can.
 */
export async function mendSnapshot(bench: Workbench, journal: MendedJournal, now: string): Promise<void> {
  const snapshot = await readSnapshot(bench.files)
  const last = journal.lines.at(-1)?.seq ?? 0
  const replayed = applyOperations(
    EMPTY_STATE,
    journal.lines.flatMap(({ ops }) => ops),
  )
  if (snapshot.ok && journal.whole) {
    if (differences(since(snapshot.value, journal), replayed).length === 0) return
    await rewrite(bench, journal, replayed, last, now)
    bench.mended.push({ kind: 'snapshot-rebuilt', what: LIBRARY_FILE, count: replayed.clippings.size })
  } else if (snapshot.ok) {
    // The journal ends before the snapshot, or its damage is all before it: the library opens as it is.
    if (!hasGapAfter(journal, snapshot.value.seq)) return
    const state = since(snapshot.value, journal)
    await rewrite(bench, journal, state, last, now)
    bench.mended.push({ kind: 'snapshot-salvaged', what: LIBRARY_FILE, count: state.clippings.size })
  } else {
    const base = journal.whole ? { state: replayed, seq: last } : await newestBackup(bench)
    const state = await salvaged(bench, journal, base)
    const ops = operationsBetween(replayed, state)
    const seq = ops.length === 0 ? last : await recordSalvage(bench, ops, Math.max(last, base.seq) + 1, now)
    await rewrite(bench, journal, state, seq, now)
    const kind = ops.length === 0 ? 'snapshot-rebuilt' : 'snapshot-salvaged'
    bench.mended.push({ kind, what: LIBRARY_FILE, count: state.clippings.size })
  }
}

const since = ({ state, seq }: Pick<Snapshot, 'state' | 'seq'>, { lines }: MendedJournal): LibraryState =>
  applyOperations(
    state,
    lines.filter(line => line.seq > seq).flatMap(({ ops }) => ops),
  )

function hasGapAfter({ lines }: MendedJournal, seq: number): boolean {
  const later = lines.filter(line => line.seq > seq)
  return later.some((line, index) => line.seq !== seq + 1 + index)
}

type Base = Pick<StateAt, 'state' | 'seq'>

async function newestBackup({ spares }: Workbench): Promise<Base> {
  for (const spare of spares) {
    const there = await readState(spare)
    if (there.ok) return there.value
  }
  return { state: EMPTY_STATE, seq: 0 }
}

/**
 * The base with the readable changes after it; and of the clippings in the months those that nothing else has,
 * or that are newer. One that a change in the journal once made is its history, not news.
 */
async function salvaged(
  { files }: Workbench,
  { lines, whole }: MendedJournal,
  base: Base,
): Promise<LibraryState> {
  const ops = lines.filter(({ seq }) => seq > base.seq).flatMap(line => line.ops)
  const state = applyOperations(base.state, ops)
  const { sure, doubtful } = await clippingsInMonths(files)
  // Of a month that is not as it was written, no more than what is nowhere else.
  const only = whole ? [] : doubtful.filter(each => !state.clippings.has(each.id))
  const differing = [...sure, ...only].filter(
    each => JSON.stringify(each) !== JSON.stringify(state.clippings.get(each.id)),
  )
  const news = new Map(differing.map(each => [each.id, each]))
  for (const op of lines.flatMap(line => line.ops)) {
    const id = clippingTouchedBy(op)
    const there = id === undefined ? undefined : news.get(id)
    if (there !== undefined && isMadeBy(op, there)) news.delete(there.id)
  }
  for (const [id, { updatedAt }] of news)
    if (updatedAt < (state.clippings.get(id)?.updatedAt ?? updatedAt)) news.delete(id)
  const tags = [...news.values()].flatMap(each => each.tags)
  return applyOperations(state, [...missingTags(state, tags), ...[...news.values()].map(putClipping)])
}

/** Whether the clipping is as the operation left it: the time of the change is among its marks. Gone is gone. */
function isMadeBy(op: Operation, clipping: Clipping): boolean {
  if (op.op === 'put-clipping') return JSON.stringify(op.clipping) === JSON.stringify(clipping)
  if (op.op === 'mark-clipping') return JSON.stringify(op.marks) === JSON.stringify(marksOf(clipping))
  return op.op === 'remove-clipping'
}

/** The operations that make the one state of the other. */
function operationsBetween(from: LibraryState, to: LibraryState): Operation[] {
  const ops: Operation[] = []
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)
  for (const [name, tag] of to.tags) if (differs(tag, from.tags.get(name))) ops.push({ op: 'put-tag', tag })
  for (const [id, collection] of to.collections)
    if (differs(collection, from.collections.get(id))) ops.push({ op: 'put-collection', collection })
  for (const [id, savedSearch] of to.savedSearches)
    if (differs(savedSearch, from.savedSearches.get(id))) ops.push({ op: 'put-saved-search', savedSearch })
  for (const [id, outletRule] of to.outletRules)
    if (differs(outletRule, from.outletRules.get(id))) ops.push({ op: 'put-outlet-rule', outletRule })
  for (const [id, event] of to.events)
    if (differs(event, from.events.get(id))) ops.push({ op: 'put-event', event })
  for (const [id, clipping] of to.clippings)
    if (differs(clipping, from.clippings.get(id))) ops.push(putClipping(clipping))
  for (const name of from.tags.keys()) if (!to.tags.has(name)) ops.push({ op: 'remove-tag', name })
  for (const id of from.collections.keys())
    if (!to.collections.has(id)) ops.push({ op: 'remove-collection', id })
  for (const id of from.savedSearches.keys())
    if (!to.savedSearches.has(id)) ops.push({ op: 'remove-saved-search', id })
  for (const id of from.outletRules.keys())
    if (!to.outletRules.has(id)) ops.push({ op: 'remove-outlet-rule', id })
  for (const id of from.events.keys()) if (!to.events.has(id)) ops.push({ op: 'remove-event', id })
  for (const id of from.clippings.keys()) if (!to.clippings.has(id)) ops.push({ op: 'remove-clipping', id })
  return ops
}

/** Puts what the journal did not know into it: whatever replays the journal later must find it there. */
async function recordSalvage(
  { files }: Workbench,
  ops: readonly Operation[],
  seq: number,
  now: string,
): Promise<number> {
  const count = ops.filter(({ op }) => op === 'put-clipping').length
  const label = { kind: 'clip', count } as const
  const line = encodeLine({ seq, at: now, by: 'migration', label, ops: [...ops], undo: [] })
  orThrow(await files.replace(journalPath(seq), line))
  return seq
}

/** What the files of the months have; `doubtful` what stands in one whose checksum says that it was changed. */
async function clippingsInMonths(files: DurableFiles): Promise<{ sure: Clipping[]; doubtful: Clipping[] }> {
  const sure: Clipping[] = []
  const doubtful: Clipping[] = []
  for (const name of orThrow(await files.list(MONTHS_FOLDER))) {
    if (!/^\d{4}-\d{2}\.json$/.test(name)) continue
    const bytes = await files.read(`${MONTHS_FOLDER}/${name}`)
    if (!bytes.ok || bytes.value === undefined) continue
    const parsed = parseDamagedJson(bytes.value, monthFileSchema)
    if ('value' in parsed) (isIntact(bytes.value) ? sure : doubtful).push(...parsed.value.clippings)
  }
  return { sure, doubtful }
}

/** Writes the whole snapshot anew; all of the old one is kept aside first. */
async function rewrite(
  bench: Workbench,
  journal: MendedJournal,
  state: LibraryState,
  seq: number,
  now: string,
): Promise<void> {
  const { files, aside } = bench
  const known = await identityIn(bench)
  const createdAt = known.createdAt ?? journal.lines[0]?.at ?? now
  const id = known.id ?? bench.identifiers.next(Date.parse(createdAt))
  const months = orThrow(await files.list(MONTHS_FOLDER)).map(name => `${MONTHS_FOLDER}/${name}`)
  for (const path of [LIBRARY_FILE, ...months]) {
    const bytes = await files.read(path)
    if (bytes.ok && bytes.value !== undefined) orThrow(await files.replace(`${aside}/${path}`, bytes.value))
  }
  const all = new Set([...state.clippings.values()].map(monthOf))
  orThrow(await writeSnapshot(files, { state, id, seq, createdAt, months: all }, all))
}

interface Identity {
  id?: string | undefined
  createdAt?: string
}

/** Which library this is and when it was made, as its own file or a backup's says, whatever else is wrong with it. */
async function identityIn({ files, spares }: Workbench): Promise<Identity> {
  const known: Identity = {}
  for (const each of [files, ...spares]) {
    const bytes = await each.read(LIBRARY_FILE)
    if (!bytes.ok || bytes.value === undefined) continue
    const whole = parseJson(
      bytes.value,
      z.object({ id: libraryIdSchema.optional(), createdAt: instantSchema }),
    )
    if ('value' in whole) return { ...known, ...whole.value }
    const id = parseDamagedJson(bytes.value, z.object({ id: libraryIdSchema }))
    const createdAt = parseDamagedJson(bytes.value, z.object({ createdAt: instantSchema }))
    if ('value' in id) known.id ??= id.value.id
    if ('value' in createdAt) known.createdAt ??= createdAt.value.createdAt
  }
  return known
}
