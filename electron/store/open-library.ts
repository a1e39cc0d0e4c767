import { dirname, join } from 'node:path'
import { applyOperations } from '../core/library/operations.ts'
import { RecordMap } from '../core/library/record-map.ts'
import { EMPTY_STATE, type LibraryState } from '../core/library/state.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Operation } from '../core/model/library-change.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { DiskLibrary, type Opened } from './disk-library.ts'
import { type DurableFiles, durableFiles } from './durable-files.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { History } from './history.ts'
import { historyBackwards, type JournalFile, readJournalTail } from './journal-reader.ts'
import { type JournalEnd, JournalWriter } from './journal-writer.ts'
import type { LibraryPorts, OpenLibrary, Repair } from './library.ts'
import { READABLE_VERSION, readSchemaVersion, SCHEMA_VERSION } from './library-file.ts'
import { type Lock, takeLock } from './lock.ts'
import { migrate } from './migrations/migrate.ts'
import { JOURNAL_FOLDER, journalPath, LIBRARY_FILE } from './paths.ts'
import { readNewer } from './read-newer.ts'
import { changedMonths } from './replay.ts'
import { monthOf, readMonths, readSnapshotHead, type SnapshotHead, writeSnapshot } from './snapshot.ts'
import { type StoreFailure, writeFailure } from './store-failure.ts'

interface Opening {
  readonly directory: string
  readonly ports: LibraryPorts
  readonly fileSystem: FileSystem
  readonly files: DurableFiles
  readonly repairs: Repair[]
}

/** See {@link OpenLibrary}. */
export const openLibrary: OpenLibrary = async (directory, ports) => {
  const fileSystem = ports.fileSystem ?? nodeFileSystem
  const newer = await openNewer(directory, ports, fileSystem)
  if (newer !== undefined) return newer
  try {
    await makeFolder(fileSystem, directory)
  } catch (error) {
    return fail(writeFailure(error, 'making the folder of the library'))
  }
  const taken = await takeLock(fileSystem, directory, ports.clock)
  // A disk that takes no writes needs no lock either: nobody can change what is being read.
  if (!taken.ok && taken.error.code !== 'read-only' && taken.error.code !== 'disk-full') return taken
  const opening: Opening = {
    directory,
    ports,
    fileSystem,
    files: durableFiles(fileSystem, directory),
    repairs: taken.ok && taken.value.tookOver ? ['stale-lock-taken'] : [],
  }
  const lock = taken.ok ? taken.value.lock : undefined
  const opened = await open(opening, lock, taken.ok ? undefined : taken.error)
  if (opened.ok) return ok(new DiskLibrary(opened.value))
  await lock?.release()
  return opened
}

/** Before the lock is asked for, because nothing is written: the newer version may have the library open. */
async function openNewer(
  directory: string,
  ports: LibraryPorts,
  fileSystem: FileSystem,
): Promise<Result<DiskLibrary, StoreFailure> | undefined> {
  const files = durableFiles(fileSystem, directory)
  const version = await readSchemaVersion(files)
  if (!version.ok || version.value === undefined || version.value <= SCHEMA_VERSION) return undefined
  const read = await readNewer(files, version.value)
  if (!read.ok) return read
  const { state, seq, createdAt, readOnly } = read.value
  ports.onPreview?.({ state, isPart: false })
  const id = ports.identifiers.next(ports.clock.now())
  return ok(
    new DiskLibrary({
      directory,
      files,
      clock: ports.clock,
      lock: undefined,
      journal: new JournalWriter(fileSystem, directory, undefined, async () => fail(readOnly)),
      history: new History(),
      loadHistory: async () => undefined,
      state,
      seq,
      snapshot: { id, seq, createdAt, months: new Set() },
      changedMonths: new Set(),
      repairs: [],
      readOnly,
    }),
  )
}

async function open(
  opening: Opening,
  lock: Lock | undefined,
  unwritable: StoreFailure | undefined,
): Promise<Result<Opened, StoreFailure>> {
  const { directory, ports, fileSystem, files, repairs } = opening
  const version = await readSchemaVersion(files)
  if (!version.ok) return version
  if (version.value !== undefined && version.value > SCHEMA_VERSION)
    return fail({
      code: 'library-newer',
      message: `the library has schema version ${version.value}, this product writes ${SCHEMA_VERSION}`,
    })
  if (version.value !== SCHEMA_VERSION) {
    const made = unwritable === undefined ? await makeCurrent(opening, version.value) : fail(unwritable)
    if (made.ok && version.value !== undefined) repairs.push('migrated')
    if (!made.ok) {
      const isReadable = (version.value ?? 0) >= READABLE_VERSION && made.error.code !== 'library-damaged'
      if (!isReadable) return made
      unwritable = made.error
    }
  }
  if (unwritable === undefined) {
    // A process that was killed may have put the library file in place without waiting for the disk.
    const settled = await files.settle(LIBRARY_FILE)
    if (!settled.ok) unwritable = settled.error
  }

  const head = await readSnapshotHead(files)
  if (!head.ok) return head
  // One that only its migration would give, in a library that is just read, is never written.
  const { seq: snapshotSeq, id = ports.identifiers.next(Date.parse(head.value.createdAt)) } = head.value
  const tail = await readJournalTail(files, snapshotSeq)
  if (!tail.ok) return tail
  const { read, older, damage } = tail.value
  let readOnly = damage ?? unwritable
  const last = read.at(-1)
  if (readOnly === undefined && last !== undefined) {
    const mended = await mendTail(opening, last, snapshotSeq)
    if (!mended.ok) readOnly = mended.error
  }

  const lines = read.flatMap(({ scan }) => scan.lines.map(({ line }) => line))
  const ops = lines.filter(({ seq }) => seq > snapshotSeq).flatMap(line => line.ops)
  const clippings = await readMonths(files, head.value.months, previewing(opening, head.value, ops))
  if (!clippings.ok) return clippings
  const snapshot: LibraryState = { clippings: clippings.value, ...head.value.records }
  const { history, loadHistory } = historyOf(files, read, older)
  await loadHistory()
  return ok({
    directory,
    files,
    clock: ports.clock,
    lock,
    journal: new JournalWriter(fileSystem, directory, endOf(last, snapshotSeq), async () =>
      lock === undefined ? ok(undefined) : lock.assure(),
    ),
    history,
    loadHistory,
    state: applyOperations(snapshot, ops),
    seq: Math.max(snapshotSeq, lines.at(-1)?.seq ?? 0),
    snapshot: { ...head.value, id },
    changedMonths: changedMonths(snapshot, ops),
    repairs,
    readOnly,
  })
}

/**
 * Makes the folder and those above it, and waits until the disk knows them all. One that holds something was
 * settled before that was put there; one that is empty may be what a killed process left.
 */
export async function makeFolder(fileSystem: FileSystem, directory: string): Promise<void> {
  const above = dirname(directory)
  if (above === directory) return
  if ((await fileSystem.exists(directory)) && (await fileSystem.readdir(directory)).length > 0) return
  await makeFolder(fileSystem, above)
  const made = await fileSystem.mkdir(directory)
  await fileSystem.fsyncDirectory(above).catch(error => {
    // A folder that somebody else made may stand in one that we may not read.
    if (made) throw error
  })
}

/** Enough to fill the first screen, and what one scrolls to before the rest is there. */
const PREVIEW_CLIPPINGS = 200

/** Takes in month after month, the newest first, and gives the preview when there is enough for it. */
function previewing(
  { ports }: Opening,
  { months, records }: SnapshotHead,
  ops: readonly Operation[],
): (month: string, clippings: readonly Clipping[]) => void {
  let left = months.size
  let isGiven = ports.onPreview === undefined
  return (month, clippings) => {
    left--
    if (isGiven || (clippings.length < PREVIEW_CLIPPINGS && left > 0)) return
    isGiven = true
    const read = { clippings: RecordMap.of(clippings.map(each => [each.id, each])), ...records }
    const state = applyOperations(read, ops)
    // A journal line may concern a clipping of any month; one whose neighbours are missing would mislead.
    const newest = [...state.clippings].filter(([, clipping]) => left === 0 || monthOf(clipping) >= month)
    ports.onPreview?.({ state: { ...state, clippings: new Map(newest) }, isPart: left > 0 })
  }
}

const makeCurrent = (
  opening: Opening,
  version: number | undefined,
): Promise<Result<undefined, StoreFailure>> =>
  version === undefined ? create(opening) : migrate(opening.files, opening.ports)

async function create({ files, ports }: Opening): Promise<Result<undefined, StoreFailure>> {
  const folder = await files.ensureFolder(JOURNAL_FOLDER)
  if (!folder.ok) return folder
  const at = ports.clock.now()
  const id = ports.identifiers.next(at)
  const createdAt = new Date(at).toISOString()
  return writeSnapshot(files, { state: EMPTY_STATE, id, seq: 0, createdAt, months: new Set() }, new Set())
}

/** The seq of the last good line of the file; that before its first where it has none. */
const lastSeqOf = ({ file, scan }: JournalFile): number => file + scan.lines.length - 1

/** Where to go on writing. What the snapshot holds whole stays as it is: the next line starts a new file. */
function endOf(last: JournalFile | undefined, snapshotSeq: number): JournalEnd | undefined {
  if (last === undefined) return undefined
  const goesOn = lastSeqOf(last) > snapshotSeq || last.file === snapshotSeq + 1
  return goesOn ? { file: last.file, length: last.scan.intact } : undefined
}

/**
 * Cuts off what an interrupted write left at the end of the journal, keeping the bytes in a file beside it,
 * and waits until the rest is on the disk: a crash of the process alone leaves lines that are not.
 */
async function mendTail(
  { directory, fileSystem, files, ports, repairs }: Opening,
  last: JournalFile,
  snapshotSeq: number,
): Promise<Result<undefined, StoreFailure>> {
  const { bytes, scan } = last
  const path = join(directory, ...journalPath(last.file).split('/'))
  // Bad bytes among changes that the snapshot holds are not the end of the journal; `verify` reports them.
  if (scan.end === 'torn' && lastSeqOf(last) >= snapshotSeq) {
    const stamp = new Date(ports.clock.now()).toISOString().replace(/\W/g, '')
    const kept = await files.replace(
      journalPath(last.file).replace(/\.jsonl$/, `.cut-at-${scan.intact}-${stamp}`),
      bytes.subarray(scan.intact),
    )
    if (!kept.ok) return kept
    try {
      await fileSystem.truncate(path, scan.intact)
    } catch (error) {
      return fail(writeFailure(error, 'cutting the torn end of the journal'))
    }
    repairs.push('torn-tail-cut')
  }
  try {
    const file = await fileSystem.open(path, 'append')
    await file.fdatasync().finally(() => file.close())
    await fileSystem.fsyncDirectory(dirname(path))
    return ok(undefined)
  } catch (error) {
    return fail(writeFailure(error, 'settling the journal'))
  }
}

/** The history of the lines that were read, and a way to read on into older files when it needs them. */
function historyOf(
  files: DurableFiles,
  read: readonly JournalFile[],
  older: readonly number[],
): { history: History; loadHistory: () => Promise<void> } {
  const history = new History()
  for (const { file, scan } of read.toReversed())
    for (const { line, start, end } of scan.lines.toReversed()) history.addOlder(line, { file, start, end })
  const rest = historyBackwards(files, older)
  const loadOlder = async (): Promise<void> => {
    while (history.needsOlder) {
      const next = await rest.next()
      if (next.done === true) return
      history.addOlder(next.value.line, next.value.place)
    }
  }
  let loading: Promise<void> = Promise.resolve()
  return {
    history,
    loadHistory: () => {
      loading = loading.then(loadOlder)
      return loading
    },
  }
}
