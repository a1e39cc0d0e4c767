import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { verify } from '../../electron/store/verify.ts'
import { buildProgram } from './build-program.ts'
import { hasBackup, problemsOfBackups, problemsOfRestored } from './check-backups.ts'
import { problemsOfImports } from './check-imports.ts'
import { linesOf, problemsOf } from './check-library.ts'
import { randomFrom } from './random.ts'

/** A library grows with each round, and a check reads all of it. */
const ROUNDS_PER_LIBRARY = 10
/** Long enough for a migration, short enough for many rounds. */
const LONGEST_MS = 250
/** In most rounds the kill comes after a number of changes, so that a slow machine makes as many as a quick one. */
const MOST_CHANGES = 40
/** In these rounds of a library the kill waits for a backup to come to its end. */
const ROUNDS_WITH_BACKUP: readonly number[] = [4, 9]
/** However slow the machine is: a program that says nothing for so long is killed as it is. */
const PATIENCE_MS = 120_000

const VERSION_2 = join(import.meta.dirname, '../libraries/v2')
const VERSION_2_CHANGES = 13

export interface Summary {
  readonly rounds: number
  /** Kills before the library had opened: in a migration, or while it was mended. */
  readonly killedWhileOpening: number
  /** Of those, kills in the first round of a library of an older schema version. */
  readonly killedWhileMigrating: number
  /** Migrations that the check after a kill had to make, because the process had not come to its end. */
  readonly migrations: number
  readonly acknowledged: number
  /** Changes on the disk that were not yet acknowledged: whole, or not there. */
  readonly beyond: number
  readonly compactions: number
  readonly takenBack: number
  readonly tornTails: number
  /** Backups that came to their end. */
  readonly backups: number
  readonly killedWhileBackingUp: number
  /** Times that the newest backup was restored after a kill, opened, and found to be the library of an earlier moment. */
  readonly restored: number
  /** Imports that came to their end, and those of them that a kill had interrupted before. */
  readonly imports: number
  readonly resumed: number
  /** Files beside the journal that nothing named, removed while others were written. */
  readonly collected: number
  readonly problems: readonly string[]
}

/** A library of schema version 1, large enough to be killed while it is migrated. */
async function makeVersion1(folder: string, count: number): Promise<void> {
  const clippings = Array.from({ length: count }, (_, number) => ({
    id: `old-${number}`,
    title: `旧闻 ${number}`,
    text: `第一段,第 ${number} 号。\nSecond paragraph.`,
    tags: ['ports', `old/${number % 5}`],
    createdAt: `2024-${String(1 + (number % 12)).padStart(2, '0')}-05T06:07:08.000Z`,
  }))
  await writeFile(join(folder, 'library.json'), JSON.stringify({ schemaVersion: 1, clippings }))
}

/** A process of the program that works on a library, and what it prints. */
function worker(program: string, library: string, backups: string, seed: number) {
  const child = spawn(process.execPath, [program, library, backups, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const listeners = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    for (const listener of listeners) listener()
  })
  const ended = once(child, 'close')
  return {
    /** Resolves when it has printed the line so many times, has ended, or the time is up. */
    async hasSaid(line: RegExp, times: number, withinMs: number): Promise<void> {
      const said = new Promise<void>(resolve => {
        const look = () => {
          if ([...printed.matchAll(line)].length >= times) resolve()
        }
        listeners.add(look)
        look()
      })
      const timeUp = new AbortController()
      await Promise.race([said, ended, delay(withinMs, undefined, { signal: timeUp.signal })])
      timeUp.abort()
      listeners.clear()
    },
    /** Kills it, and gives back what it printed in whole lines. */
    async kill(): Promise<string[]> {
      child.kill('SIGKILL')
      await ended
      return printed.split('\n').slice(0, -1)
    },
  }
}

/** The last change that was acknowledged before the last of the finished backups began; undefined without one. */
function backedUpSince(lines: readonly string[], before: number): number | undefined {
  let seq = before
  let begun = before
  let since: number | undefined
  for (const line of lines) {
    seq = Math.max(seq, Number(/^ack (\d+) /.exec(line)?.[1] ?? 0))
    if (line === 'backing up') begun = seq
    else if (line === 'backed up') since = begun
  }
  return since
}

/**
 * Kills a process that works on a library at a random moment, again and again, and opens and checks the library
 * each time; in half of the rounds a copy of it, so that the next process finds it as the kill left it. Nothing
 * stays behind. The same seed gives the same work and the same moments, as far as the machine allows.
 */
export async function torture(
  { seed, rounds }: { seed: number; rounds: number },
  report: (line: string) => void = () => {},
): Promise<Summary> {
  const random = randomFrom(seed)
  const scratch = await mkdtemp(join(tmpdir(), 'cuttings-torture-'))
  const counts = {
    killedWhileOpening: 0,
    killedWhileMigrating: 0,
    migrations: 0,
    acknowledged: 0,
    beyond: 0,
    compactions: 0,
    takenBack: 0,
    tornTails: 0,
    backups: 0,
    killedWhileBackingUp: 0,
    restored: 0,
    imports: 0,
    resumed: 0,
    collected: 0,
  }
  const problems: string[] = []
  let folder = ''
  let acknowledged = new Map<number, string>()
  let migrating = 0
  let backedUp = 0
  try {
    const program = await buildProgram('work-until-killed', scratch)
    for (let round = 0; round < rounds; round++) {
      if (round % ROUNDS_PER_LIBRARY === 0) {
        folder = join(scratch, `library-${round}`)
        acknowledged = new Map()
        backedUp = 0
        const kind = random()
        migrating = kind < 0.4 ? 10 + Math.floor(random() * 60) : 0
        if (kind > 0.7) {
          await cp(VERSION_2, folder, { recursive: true })
          acknowledged.set(VERSION_2_CHANGES, 'shown')
        } else await mkdir(folder)
        if (migrating > 0) await makeVersion1(folder, migrating)
      }
      const isOld = round % ROUNDS_PER_LIBRARY === 0 && (migrating > 0 || acknowledged.size > 0)
      const waits = ROUNDS_WITH_BACKUP.includes(round % ROUNDS_PER_LIBRARY)
      const backups = `${folder}-backups`
      const child = worker(program, folder, backups, seed * 10_007 + round)
      await child.hasSaid(/^opening$/gm, 1, PATIENCE_MS)
      if (waits) await child.hasSaid(/^backed up$/gm, 1, PATIENCE_MS)
      else if (!isOld && random() < 0.7)
        await child.hasSaid(/^ack /gm, Math.floor(MOST_CHANGES * random() ** 2), PATIENCE_MS)
      // A migration from version 2 is a matter of milliseconds.
      const longest = isOld && migrating === 0 ? LONGEST_MS / 10 : LONGEST_MS
      await delay(longest * random() ** 2)
      const lines = await child.kill()
      backedUp = backedUpSince(lines, Math.max(0, ...acknowledged.keys())) ?? backedUp
      const found = lines.filter(line => line.startsWith('failed'))
      if (!lines.includes('opened')) {
        counts.killedWhileOpening++
        if (isOld) counts.killedWhileMigrating++
      }
      for (const line of lines) {
        const [, seq, digest = ''] = /^ack (\d+) (\w+)$/.exec(line) ?? []
        if (seq === undefined) continue
        acknowledged.set(Number(seq), digest)
        counts.acknowledged++
        if (digest === 'undo' || digest === 'redo') counts.takenBack++
      }
      counts.compactions += lines.filter(line => line === 'compacted').length
      counts.backups += lines.filter(line => line === 'backed up').length
      counts.imports += lines.filter(line => line === 'imported').length
      counts.resumed += lines.filter(line => line === 'resumed').length
      if (lines.findLast(line => line.startsWith('back')) === 'backing up') counts.killedWhileBackingUp++
      for (const line of lines) counts.collected += Number(/^collected (\d+)$/.exec(line)?.[1] ?? 0)
      const onCopy = random() < 0.5
      const checked = onCopy ? join(scratch, 'copy') : folder
      if (onCopy) await cp(folder, checked, { recursive: true })
      const opened = await openLibrary(checked, { clock: systemClock, identifiers: uuidIdentifiers })
      if (opened.ok) {
        const library = opened.value
        if (library.repairs.includes('migrated')) counts.migrations++
        if (library.repairs.includes('torn-tail-cut')) counts.tornTails++
        if (migrating > 0 && library.version === 1 && library.state.clippings.size !== migrating)
          found.push(`${library.state.clippings.size} of ${migrating} clippings were migrated`)
        counts.beyond += Math.max(0, library.version - Math.max(1, ...acknowledged.keys()))
        const journal = await linesOf(checked)
        found.push(...(await problemsOf(library, journal, acknowledged)))
        found.push(...(await problemsOfImports(checked, journal)))
        // What was not acknowledged and is there has been shown now, and has to stay.
        if (!onCopy && !acknowledged.has(library.version)) acknowledged.set(library.version, 'shown')
        await library.close()
        if (!onCopy && (round + 1) % ROUNDS_PER_LIBRARY === 0)
          found.push(...(await verify(checked)).problems.map(problem => JSON.stringify(problem)))
      } else found.push(`does not open: ${JSON.stringify(opened.error)}`)
      if (lines.includes('backing up')) found.push(...(await problemsOfBackups(backups, folder)))
      if (waits && (await hasBackup(backups))) {
        const wrong = await problemsOfRestored(backups, acknowledged, backedUp)
        if (wrong.length === 0) counts.restored++
        found.push(...wrong)
      }
      problems.push(...found.map(problem => `round ${round} of seed ${seed}: ${problem}`))
      for (const problem of found.slice(0, 5)) report(`round ${round}: ${problem}`)
      if (onCopy) await rm(checked, { recursive: true })
      if ((round + 1) % ROUNDS_PER_LIBRARY === 0)
        for (const each of [folder, backups]) await rm(each, { recursive: true, force: true })
      if ((round + 1) % 100 === 0) report(`${round + 1} rounds, ${counts.acknowledged} changes acknowledged`)
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return { rounds, ...counts, problems }
}

/** `npm run torture -- --seed N --rounds N` */
export default async function run(...args: string[]): Promise<void> {
  const option = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`)
    return at === -1 ? otherwise : Number(args[at + 1])
  }
  const seed = option('seed', Date.now() % 100_000)
  const rounds = option('rounds', 100)
  if (!Number.isInteger(seed) || !Number.isInteger(rounds))
    throw new Error('usage: npm run torture -- --seed N --rounds N')
  console.log(`seed ${seed}, ${rounds} rounds`)
  const { problems, ...counts } = await torture({ seed, rounds }, line => console.log(line))
  for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(20)} ${count}`)
  console.log(`${'problems'.padEnd(20)} ${problems.length}`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
