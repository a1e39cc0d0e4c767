import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { LibraryState, Payload } from '../../../electron/ipc/contract.ts'
import { CurrentLibrary } from '../../../electron/main/current-library.ts'
import type { Desk } from '../../../electron/main/desk.ts'
import { Jobs } from '../../../electron/main/jobs.ts'
import { openKnownLibraries } from '../../../electron/main/known-libraries.ts'
import type { Library } from '../../../electron/store/library.ts'
import * as backUp from '../../../electron/work/back-up.ts'
import * as chronology from '../../../electron/work/chronology.ts'
import * as families from '../../../electron/work/families.ts'
import { changedSince } from '../../../electron/work/full-text.ts'
import * as libraryCare from '../../../electron/work/library-care.ts'
import type { WorkPool } from '../../../electron/work/pool.ts'
import { reextract } from '../../../electron/work/reextract.ts'
import { reporting, type Watch } from '../../../electron/work/watch.ts'
import { samplePorts, scratchFolder } from '../store/scratch-library.ts'

const TASKS: Readonly<Record<string, (input: never, watch: Watch) => unknown>> = {
  'back-up': backUp.backUp,
  'backups-list': backUp.listBackups,
  'backups-verify': backUp.checkBackups,
  'backup-compare': backUp.compare,
  'backup-restore': backUp.restore,
  'backup-versions': backUp.versionsOf,
  'backup-clipping': backUp.pastClipping,
  'library-facts': libraryCare.lookAtLibrary,
  'library-verify': libraryCare.verifyLibrary,
  'library-repair': libraryCare.repair,
  'library-move': libraryCare.move,
  'library-remove-moved': libraryCare.removeOld,
  'library-copy': libraryCare.copy,
  'library-archive': libraryCare.archive,
  'library-extract': libraryCare.extract,
  'library-orphans': libraryCare.lookForOrphans,
  'changed-since': changedSince,
  'family-open': families.openFamilies,
  'family-put': families.putFamilies,
  'family-find': families.findFamilies,
  'family-compare': families.compareFamily,
  'family-save': families.saveFamilies,
  'family-close': families.closeFamilies,
  'article-diff': families.diffOfArticles,
  'chronology-list': chronology.listChronology,
  'chronology-find': chronology.findEvents,
  reextract,
}

/** Runs the tasks on whole libraries as the worker does, on this thread, one after the other; an index it has not got. */
function carePool(): WorkPool {
  let turn: Promise<unknown> = Promise.resolve()
  const run = (task: string, input: unknown, watch: Partial<Watch> = {}) => {
    const perform = TASKS[task]
    if (perform === undefined) return Promise.resolve({ ok: true, value: { state: 'unavailable' } })
    const watching: Watch = {
      signal: watch.signal ?? new AbortController().signal,
      progress: reporting(watch.progress ?? (() => {})),
    }
    const done = turn.then(() => perform(structuredClone(input) as never, watching))
    turn = done.catch(() => undefined)
    return done.then(value => ({ ok: true, value }))
  }
  return { run, onLoss: () => () => {} } as unknown as WorkPool
}

interface SceneOptions {
  readonly root?: string
  readonly trashDays?: number | null
  /** False leaves the library to be opened by `current.start()`. */
  readonly isStarted?: false
  readonly stateChanged?: (state: LibraryState) => void
}

/** The main process around a library on the real disk, without windows: what the handlers work with, and what was told. */
export async function careScene(given: SceneOptions = {}) {
  const root = given.root ?? (await scratchFolder())
  const profile = join(root, 'profile')
  await mkdir(profile, { recursive: true })
  const ports = samplePorts()
  const states: LibraryState[] = []
  const ended: Payload<'job:ended'>[] = []
  const progress: Payload<'job:progress'>[] = []
  const pool = carePool()
  const known = await openKnownLibraries(profile, ports.clock)
  const current = new CurrentLibrary(join(root, 'Cuttings'), {
    ...ports,
    known,
    pool,
    carePool: pool,
    indexPool: pool,
    familyPool: pool,
    changed: () => {},
    stateChanged: state => {
      // That there is no index is said when it is known, which may be at any time.
      const { index: _, ...told } = state
      if (JSON.stringify(told) === JSON.stringify(states.at(-1))) return
      states.push(told)
      given.stateChanged?.(told)
    },
    trashDays: () => (given.trashDays === undefined ? 30 : given.trashDays),
  })
  onTestFinished(() => current.close())
  if (given.isStarted !== false) await current.start()
  const jobs = new Jobs({
    progress: payload => progress.push(payload),
    ended: payload => ended.push(payload),
  })
  const desk = {
    ...ports,
    current,
    known,
    pool,
    carePool: pool,
    chronologyPool: pool,
    exportPool: pool,
    broadcast: () => {},
    jobs,
    language: () => 'en',
  } as unknown as Desk
  return { root, ports, desk, current, known, states, ended, progress, jobs }
}

/** The library that is open. */
export function openOf(current: CurrentLibrary): Library {
  if (!current.opened.ok) throw new Error(current.opened.error.code)
  return current.opened.value.library
}

/** How the job ends that a handler started. */
export async function endOf(
  { ended }: { ended: readonly Payload<'job:ended'>[] },
  started: { ok: true; value: { job: string | null } } | { ok: false; error: unknown },
): Promise<Payload<'job:ended'>['outcome'] | undefined> {
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  const { job } = started.value
  await expect.poll(() => ended.some(each => each.job === job), { timeout: 20_000 }).toBe(true)
  return ended.find(each => each.job === job)?.outcome
}
