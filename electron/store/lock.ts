import { readFileSync, unlinkSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { instantSchema } from '../core/model/identifiers.ts'
import type { Clock } from '../core/ports.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { jsonBytes, parseJson } from './json-file.ts'
import { LOCK_FILE } from './paths.ts'
import { isMissing, isTaken, type StoreFailure, writeFailure } from './store-failure.ts'

/** How often the holder says that it is there. */
const HEARTBEAT_MS = 60_000
/** After this long without a word the holder counts as gone, on whatever host. */
export const STALE_MS = 10 * 60_000
/** After this long without a heartbeat, as when the computer slept, the holder looks whether it still is one. */
const DOUBT_MS = STALE_MS / 2

const holderSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  startedAt: instantSchema,
  heartbeat: instantSchema,
})

type Holder = z.infer<typeof holderSchema>

/** The right to write to a library. */
export interface Lock {
  /** Fails with `library-locked` once another process took the lock, as it may while this one slept. */
  assure(): Promise<Result<undefined, StoreFailure>>
  release(): Promise<void>
}

/**
 * When each lock of this process was taken, which no two share. The pid alone proves nothing where pids are
 * small and recur (containers), nor does a path where there are links.
 */
const held = new Set<string>()
/** Where they lie, for an end without a moment to wait. */
const heldAt = new Map<string, string>()

function newHolder(clock: Clock): Holder {
  let at = clock.now()
  while (held.has(new Date(at).toISOString())) at++
  const startedAt = new Date(at).toISOString()
  held.add(startedAt)
  return { host: hostname(), pid: process.pid, startedAt, heartbeat: startedAt }
}

/**
 * Takes the lock of the library in the folder, creating the file exclusively. A lock whose holder is dead (on
 * this host), or has not been heard of for {@link STALE_MS}, is taken over; `tookOver` says so.
 */
export async function takeLock(
  fileSystem: FileSystem,
  directory: string,
  clock: Clock,
): Promise<Result<{ lock: Lock; tookOver: boolean }, StoreFailure>> {
  const path = join(directory, LOCK_FILE)
  const holder = newHolder(clock)
  const taken = await create(fileSystem, path, holder, clock).catch(error =>
    fail(writeFailure(error, 'taking the lock')),
  )
  if (taken.ok) return ok({ lock: hold(fileSystem, path, holder, clock), tookOver: taken.value.tookOver })
  held.delete(holder.startedAt)
  return taken
}

async function create(
  fileSystem: FileSystem,
  path: string,
  holder: Holder,
  clock: Clock,
): Promise<Result<{ tookOver: boolean }, StoreFailure>> {
  if (await createExclusively(fileSystem, path, holder)) return ok({ tookOver: false })
  const other = await readHolder(fileSystem, path)
  if (other !== undefined && isLive(other, clock.now()))
    return fail({
      code: 'library-locked',
      message: 'another process has the library open',
      detail: `process ${other.pid}`,
      holder: { host: other.host, since: other.startedAt },
    })
  // Only one process at a time may replace a stale lock: a second one would remove the first one's new lock.
  const claim = `${path}.takeover`
  if (!(await createExclusively(fileSystem, claim, holder))) {
    const claimant = await readHolder(fileSystem, claim)
    if (claimant !== undefined && isLive(claimant, clock.now()))
      return fail({ code: 'library-locked', message: 'another process is opening the library' })
    await fileSystem.unlink(claim)
    if (!(await createExclusively(fileSystem, claim, holder)))
      return fail({ code: 'library-locked', message: 'another process is opening the library' })
  }
  try {
    const still = await readHolder(fileSystem, path)
    if (still !== undefined && isLive(still, clock.now()))
      return fail({ code: 'library-locked', message: 'another process has the library open' })
    await fileSystem.unlink(path)
    if (!(await createExclusively(fileSystem, path, holder)))
      return fail({ code: 'library-locked', message: 'another process has the library open' })
    return ok({ tookOver: true })
  } finally {
    await fileSystem.unlink(claim)
  }
}

/** False where the file exists. */
async function createExclusively(fileSystem: FileSystem, path: string, holder: Holder): Promise<boolean> {
  let file: OpenFile
  try {
    file = await fileSystem.open(path, 'create')
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
  try {
    await file.append(jsonBytes(holder))
  } catch (error) {
    await fileSystem.unlink(path).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
  return true
}

/** Undefined where the file is gone or, also after a moment for its writer to finish, says nothing. */
async function readHolder(fileSystem: FileSystem, path: string): Promise<Holder | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      const parsed = parseJson(await fileSystem.read(path), holderSchema)
      if ('value' in parsed) return parsed.value
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
    if (attempt === 2) return undefined
    await delay(100)
  }
}

function isLive(holder: Holder, now: number): boolean {
  const heard = Date.parse(holder.heartbeat)
  if (now - heard > STALE_MS) return false
  if (holder.host !== hostname()) return true
  if (holder.pid === process.pid) return held.has(holder.startedAt)
  if (heard < now - uptime() * 1000) return false
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/**
 * Gives back the locks of this process before it returns, for a process that ends because something went wrong that
 * nobody foresaw. Not through the interface to the disk, which answers later.
 */
export function releaseLocksAtOnce(): void {
  for (const [startedAt, path] of heldAt) {
    try {
      const holder = holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
      if (holder.pid === process.pid && holder.startedAt === startedAt) unlinkSync(path)
    } catch {
      // A lock that cannot be removed becomes stale by itself.
    }
  }
  heldAt.clear()
}

function hold(fileSystem: FileSystem, path: string, holder: Holder, clock: Clock): Lock {
  heldAt.set(holder.startedAt, path)
  let heard = clock.now()
  let lost: StoreFailure | undefined
  let beating: Promise<void> = Promise.resolve()

  const isOurs = async (): Promise<boolean> => {
    const current = await readHolder(fileSystem, path)
    return (
      current?.pid === holder.pid && current.host === holder.host && current.startedAt === holder.startedAt
    )
  }
  const beat = async (): Promise<void> => {
    if (!(await isOurs())) {
      lost = { code: 'library-locked', message: 'another process took the library over' }
      return
    }
    const heartbeat = new Date(clock.now()).toISOString()
    const next = `${path}.heartbeat`
    await fileSystem.unlink(next)
    if (!(await createExclusively(fileSystem, next, { ...holder, heartbeat }))) return
    await fileSystem.rename(next, path)
    heard = clock.now()
  }
  // A heartbeat that cannot be written is missed, no more: `assure` asks again before anything is written.
  const beatNow = (): Promise<void> => {
    beating = beating.then(beat).catch(() => undefined)
    return beating
  }
  const timer = setInterval(beatNow, HEARTBEAT_MS)
  timer.unref()

  return {
    async assure() {
      if (lost === undefined && clock.now() - heard > DOUBT_MS) await beatNow()
      if (lost !== undefined) return fail(lost)
      return ok(undefined)
    },
    async release() {
      clearInterval(timer)
      heldAt.delete(holder.startedAt)
      await beating
      // A lock that cannot be removed becomes stale by itself.
      if (await isOurs().catch(() => false)) await fileSystem.unlink(path).catch(() => undefined)
      held.delete(holder.startedAt)
    },
  }
}
