import type { JournalLine } from '../../core/model/library-change.ts'
import { readState } from '../backup/read-state.ts'
import { listJournal } from '../journal-reader.ts'
import { JOURNAL_FOLDER, journalPath } from '../paths.ts'
import { orThrow } from '../store-failure.ts'
import { type RawLine, readableLines, SpareJournal } from './journal-lines.ts'
import { replaceKeeping, type Workbench } from './workbench.ts'

/** The lines of the journal that can be read, oldest first, and whether none is missing up to the snapshot's. */
export interface MendedJournal {
  readonly lines: readonly JournalLine[]
  readonly whole: boolean
}

/**
 * Mends the journal's files. Lines that are damaged or missing are taken from a backup that agrees with the
 * lines beside them; what an interrupted write left at the end is cut off. Where lines stay missing, the ones
 * after them are kept in their place. `snapshotSeq` is the last change that the snapshot knows of; without a
 * snapshot, the last that a backup of the same history knows of is looked for.
 */
export async function mendJournal(bench: Workbench, snapshotSeq: number | undefined): Promise<MendedJournal> {
  orThrow(await bench.files.ensureFolder(JOURNAL_FOLDER))
  const spares = bench.spares.map(files => new SpareJournal(files))
  const all: RawLine[] = []
  const names = orThrow(await listJournal(bench.files))
  for (const [index, file] of names.entries()) {
    const path = journalPath(file)
    const bytes = orThrow(await bench.files.read(path)) ?? new Uint8Array()
    const { lines: known, end } = readableLines(bytes)
    await fillGap(bench, spares, all, file - 1, known[0])
    const following = names[index + 1]
    const reach = following === undefined ? (known.at(-1)?.line.seq ?? file - 1) : following - 1
    const found = await linesBetween(spares, file, reach, known, all.at(-1))
    if (following === undefined)
      found.push(...(await likeTheEnd(spares, reach, bytes.subarray(end), all, known)))
    const merged = [...known, ...found].sort((a, b) => a.line.seq - b.line.seq)
    const torn = following === undefined && end < bytes.length
    if (found.length > 0 || torn) {
      await replaceKeeping(bench, path, Buffer.concat(merged.map(line => line.bytes)))
      bench.mended.push(
        found.length > 0
          ? { kind: 'journal-lines-restored', what: path, count: found.length }
          : { kind: 'journal-end-cut', what: path, count: bytes.length - end },
      )
    }
    for (const line of merged) all.push(line)
  }
  await fillGap(bench, spares, all, snapshotSeq ?? (await lastIn(bench)), undefined)
  const lines = all.map(({ line }) => line)
  return {
    lines,
    whole: lines.every(({ seq }, index) => seq === index + 1) && lines.length >= (snapshotSeq ?? 1),
  }
}

/** The last change that the newest readable backup has. */
async function lastIn({ spares }: Workbench): Promise<number> {
  for (const spare of spares) {
    const state = await readState(spare)
    if (state.ok) return state.value.seq
  }
  return 0
}

/** Writes files for the lines that are missing after the last of `all`, up to `reach`, as far as backups have them. */
async function fillGap(
  bench: Workbench,
  spares: readonly SpareJournal[],
  all: RawLine[],
  reach: number,
  after: RawLine | undefined,
): Promise<void> {
  const first = (all.at(-1)?.line.seq ?? 0) + 1
  const found = await linesBetween(spares, first, reach, after === undefined ? [] : [after], all.at(-1))
  let run: RawLine[] = []
  for (const [index, line] of found.entries()) {
    run.push(line)
    if (found[index + 1]?.line.seq === line.line.seq + 1) continue
    const path = journalPath(run[0]?.line.seq ?? first)
    await replaceKeeping(bench, path, Buffer.concat(run.map(({ bytes }) => bytes)))
    bench.mended.push({ kind: 'journal-lines-restored', what: path, count: run.length })
    for (const each of run) all.push(each)
    run = []
  }
}

/** A name of a journal file that leaves a longer gap is no journal's. */
const MOST = 1_000_000

/** The lines from `first` to `last` that are not known, from the newest backup that agrees with the known ones. */
async function linesBetween(
  spares: readonly SpareJournal[],
  first: number,
  last: number,
  known: readonly RawLine[],
  before: RawLine | undefined,
): Promise<RawLine[]> {
  if (last - first > MOST) return []
  const have = new Set(known.map(({ line }) => line.seq))
  const missing: number[] = []
  for (let seq = first; seq <= last; seq++) if (!have.has(seq)) missing.push(seq)
  const [from = first, to = from] = [missing[0], missing.at(-1)]
  if (missing.length === 0) return []
  const anchors = [
    before,
    known.findLast(({ line }) => line.seq < from),
    known.find(({ line }) => line.seq > to),
  ].filter(line => line !== undefined)
  const found = new Map<number, RawLine>()
  for (const spare of spares) {
    if (found.size === missing.length) break
    if (!(await spare.agrees(anchors))) continue
    for (const seq of missing) {
      const line = found.has(seq) ? undefined : await spare.line(seq)
      if (line !== undefined) found.set(seq, line)
    }
  }
  return [...found.values()].sort((a, b) => a.line.seq - b.line.seq)
}

/** How much of the bytes at the end must be as in the backup's line, for them to be that line gone bad. */
const LIKENESS = 0.9

/** The lines that stood where the journal now ends in bytes that hold none, where a backup has them. */
async function likeTheEnd(
  spares: readonly SpareJournal[],
  last: number,
  end: Uint8Array,
  all: readonly RawLine[],
  known: readonly RawLine[],
): Promise<RawLine[]> {
  const anchors = [known.at(-1) ?? all.at(-1)].filter(line => line !== undefined)
  for (const spare of spares) {
    if (!(await spare.agrees(anchors))) continue
    const found: RawLine[] = []
    for (let at = 0; at < end.length; ) {
      const line = await spare.line(last + found.length + 1)
      if (line === undefined || likeness(line.bytes, end.subarray(at)) < LIKENESS) break
      found.push(line)
      at += line.bytes.length
    }
    if (found.length > 0) return found
  }
  return []
}

function likeness(line: Uint8Array, end: Uint8Array): number {
  let same = 0
  for (const [index, byte] of line.entries()) if (byte === end[index]) same += 1
  return same / line.length
}
