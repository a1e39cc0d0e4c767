import { writeSync } from 'node:fs'
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises'
import { planArticle } from '../../electron/core/library/blocks.ts'
import type { Change } from '../../electron/core/library/change.ts'
import { planClip } from '../../electron/core/library/clip.ts'
import { planCreateCollection, planDeleteCollection } from '../../electron/core/library/collections.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import { planEmptyTrash } from '../../electron/core/library/retention.ts'
import {
  planDeleteSearch,
  planRenameSearch,
  planSaveSearch,
} from '../../electron/core/library/saved-searches.ts'
import type { LibraryState } from '../../electron/core/library/state.ts'
import { planDeleteTag, planRenameTag } from '../../electron/core/library/tags.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import type { Result } from '../../electron/core/result.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { type FileSystem, nodeFileSystem } from '../../electron/store/file-system.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { ORPHAN_AGE_MS } from '../../electron/store/orphans.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { sampleArticle, sampleClipping } from '../unit/core/library/samples.ts'
import { digestOf } from './digest.ts'
import { importsInto } from './imports-until-killed.ts'
import { randomFrom } from './random.ts'

/**
 * Works on the library that the first argument names, at random by the third, until it is killed, and backs it up
 * into the folder that the second names. What it prints is one line each: `opening`, `opened`, `ack SEQ DIGEST` for
 * an acknowledged change, with `undo` or `redo` in place of the digest, `compacted`, `backing up`, `backed up`,
 * `collected COUNT` of files that nothing names, what {@link importsInto} says, and `failed …` for what must not happen.
 */
const [, , folder = '', backups = '', seed = '1'] = process.argv
const random = randomFrom(Number(seed))
// Written before the next statement runs: what was acknowledged is known to the test although it kills us.
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

/** Every file seems old, so that what a killed process left beside the journal is collected while others write there. */
const fileSystem: FileSystem = {
  ...nodeFileSystem,
  modifiedAt: async path => (await nodeFileSystem.modifiedAt(path)) - 2 * ORPHAN_AGE_MS,
}

say('opening')
const opened = await openLibrary(folder, { clock: systemClock, identifiers: uuidIdentifiers, fileSystem })
if (!opened.ok) {
  say(`failed to open: ${JSON.stringify(opened.error)}`)
  process.exit(1)
}
const library = opened.value
say('opened')

/** Where the library has so many clippings no more are added: a check reads all of them. */
const MANY = 80
const TAGS = ['港口', '港口/罢工', '公司/英伟达', 'ports', 'transport/rail', 'budget']
const MONTHS = ['2024-11', '2025-05', '2025-06', '2025-07']
const now = (): string => new Date(systemClock.now()).toISOString()

function pick<T>(list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

const some = (state: LibraryState, share: number): string[] =>
  [...state.clippings.keys()].filter(() => random() < share)

async function commit(plan: (state: LibraryState) => Result<Change | undefined, unknown>): Promise<void> {
  const planned = plan(library.pending)
  if (!planned.ok || planned.value === undefined) return
  const committed = await library.commit(planned.value)
  if (committed.ok) say(`ack ${committed.value.seq} ${digestOf(planned.value.ops)}`)
  else say(`failed to commit: ${JSON.stringify(committed.error)}`)
}

/** Originals and articles of so many new clippings, written together; none where that fails. */
async function prepared(count: number): Promise<Clipping[]> {
  const ids = Array.from({ length: count }, () => uuidIdentifiers.next(systemClock.now()))
  const sources = ids.map(() => {
    // Few originals, so that many clippings share one.
    const text = `Original ${Math.floor(random() * 40)}\n`.repeat(1 + Math.floor(random() * 400))
    return { bytes: new TextEncoder().encode(text), mediaType: 'text/plain', name: 'paste.txt' }
  })
  const [originals, articles] = await Promise.all([
    library.putOriginals(sources),
    library.keepFirstArticles(ids.map(id => ({ ...sampleArticle(0, `Words of ${id}`), id }))),
  ])
  if (!originals.ok || !articles.ok) {
    say(`failed to write: ${JSON.stringify([originals, articles])}`)
    return []
  }
  return ids.map((id, index) =>
    sampleClipping(0, {
      id,
      title: `报道 ${id}`,
      clippedAt: `${pick(MONTHS)}-03T04:05:06.789Z`,
      originals: originals.value.slice(index, index + 1),
    }),
  )
}

async function clip(count: number): Promise<void> {
  const clippings = await prepared(count)
  const [first, ...rest] = clippings
  if (first !== undefined) await commit(state => ({ ok: true, value: planClip(state, [first, ...rest]) }))
}

async function takeBack(by: 'undo' | 'redo'): Promise<void> {
  const taken = await library[by]()
  if (taken.ok) say(`ack ${taken.value.seq} ${by}`)
  else if (taken.error.code !== 'nothing-to-undo') say(`failed to ${by}: ${JSON.stringify(taken.error)}`)
}

async function compact(): Promise<void> {
  const compacted = await library.compact()
  say(compacted.ok ? 'compacted' : `failed to compact: ${JSON.stringify(compacted.error)}`)
}

let backingUp = false
/** Beside a backup the work goes on at a person's pace: it has to come to its end, and a check reads every change. */
const BESIDE_BACKUP_MS = 50

/** One at a time, as the app does; what is written meanwhile is in it or in the next. */
async function backUp(): Promise<void> {
  if (backingUp) return turn()
  backingUp = true
  say('backing up')
  const taken = await takeBackup({ library: folder, backups, clock: systemClock })
  backingUp = false
  say(taken.ok ? 'backed up' : `failed to back up: ${JSON.stringify(taken.error)}`)
}

const imports = importsInto(library, say)
let importing = true

/** One at a time, so that the parts of one import are many. */
async function importMore(): Promise<void> {
  if (importing || library.state.clippings.size > MANY) return turn()
  importing = true
  await imports.begin()
  importing = false
}

async function collectOrphans(): Promise<void> {
  const collected = await library.collectOrphans()
  if (collected.ok) say(`collected ${collected.value.length}`)
  // A line that is being written is not whole yet: it is asked again another time.
  else if (collected.error.code !== 'library-damaged')
    say(`failed to collect: ${JSON.stringify(collected.error)}`)
}

async function revise(): Promise<void> {
  const [id] = some(library.state, 0.2)
  if (id === undefined) return
  const kept = await library.keepArticle({ ...sampleArticle(0, 'Revised', `at ${now()}`), id })
  if (kept.ok) await commit(state => planArticle(state, kept.value, 'restore-block', now()))
}

const mark = (asked: Parameters<typeof planMark>[2], share: number): Promise<void> =>
  commit(state => planMark(state, some(state, share), asked, now()))

const anySearch = (state: LibraryState): string => [...state.savedSearches.keys()][0] ?? ''

const ACTIONS: readonly (readonly [weight: number, act: () => Promise<unknown>])[] = [
  [6, () => (library.state.clippings.size > MANY ? turn() : clip(1))],
  [2, () => (library.state.clippings.size > MANY ? turn() : clip(5))],
  [4, () => mark({ mark: 'tag', tag: pick(TAGS), on: random() < 0.7 }, 0.05)],
  [2, () => mark({ mark: 'tag', tag: pick(TAGS), on: random() < 0.5 }, 1)],
  [2, () => mark({ mark: 'starred', on: random() < 0.5 }, 0.1)],
  [1, () => mark({ mark: 'trashed', on: random() < 0.5 }, 0.1)],
  [
    4,
    () =>
      commit(state =>
        planEdit(
          state,
          some(state, 0.1)[0] ?? '',
          { title: `改 ${random()}`, note: now().repeat(20) },
          now(),
        ),
      ),
  ],
  [1, () => commit(state => planRenameTag(state, pick(TAGS), pick(TAGS)))],
  [1, () => commit(state => planDeleteTag(state, pick(TAGS)))],
  [
    1,
    () =>
      commit(state =>
        planCreateCollection(
          state,
          uuidIdentifiers.next(systemClock.now()),
          `Collection ${random()}`,
          some(state, 0.1),
          now(),
        ),
      ),
  ],
  [1, () => commit(state => planDeleteCollection(state, [...state.collections.keys()][0] ?? ''))],
  [2, revise],
  [3, () => takeBack('undo')],
  [2, () => takeBack('redo')],
  [2, compact],
  [
    2,
    () =>
      commit(state =>
        planSaveSearch(state, uuidIdentifiers.next(systemClock.now()), `${random()}`, `tag:${pick(TAGS)}`),
      ),
  ],
  [1, () => commit(state => planRenameSearch(state, anySearch(state), `港口 ${random()}`))],
  [1, () => commit(state => planDeleteSearch(state, anySearch(state)))],
  [1, () => commit(state => ({ ok: true, value: planEmptyTrash(state) }))],
  [3, backUp],
  [1, collectOrphans],
  [3, importMore],
]
const weighted = ACTIONS.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

const workForever = async (): Promise<never> => {
  for (;;) {
    await pick(weighted)()
    await (backingUp ? delay(BESIDE_BACKUP_MS) : turn())
  }
}
// A backup takes long, so that many begin at once, and some come to their end.
const first = random() < 0.4 ? backUp() : turn()
const resumed = imports.resumeAll().then(() => {
  importing = false
})
await Promise.all([first, resumed, workForever(), workForever(), workForever()])
