import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { nodeFileSystem } from '../../electron/store/file-system.ts'
import { ERRORS, type ErrorCode } from '../properties/faulty-file-system.ts'
import { problemAfter } from '../properties/run-and-go-on.ts'
import { buildProgram } from './build-program.ts'
import { fillDisk, whyNoSmallDisk } from './full-disk.ts'

/** The system calls that write, by any name that they have on Linux. */
const CALLS = ['openat', 'write', 'fsync', 'fdatasync', '/^rename'] as const
type Call = (typeof CALLS)[number]

const reportSchema = z.object({
  failures: z.array(z.string()),
  acknowledged: z.number(),
  contents: z.array(z.tuple([z.number(), z.string()])),
  used: z.array(z.string()),
})
type Report = z.infer<typeof reportSchema>

/** Why no system call can be made to fail here, in words; undefined where it can. */
export function whyNotTraceable(): string | undefined {
  if (process.platform !== 'linux') return 'strace is of Linux'
  const sleeper = spawn('sleep', ['5'], { stdio: 'ignore' })
  try {
    const tried = spawnSync('timeout', ['1', 'strace', '-qq', '-o', '/dev/null', '-p', String(sleeper.pid)], {
      encoding: 'utf8',
    })
    // The time is up where it could attach.
    if (tried.status === 124) return undefined
    return tried.error?.message ?? (tried.stderr.trim() || 'strace failed')
  } finally {
    sleeper.kill('SIGKILL')
  }
}

interface Fault {
  readonly call: Call
  /** From 1, as strace counts. */
  readonly at: number
  readonly code: ErrorCode
}

const temporary = /\.tmp-\d+-/g

class SystemFaults {
  readonly #program: string
  readonly #scratch: string
  #paths: readonly string[] = []

  constructor(program: string, scratch: string) {
    this.#program = program
    this.#scratch = scratch
  }

  /** Learns which paths the run uses and how often it makes each call on them. */
  async calibrate(): Promise<ReadonlyMap<Call, number>> {
    const { report } = await this.#run('calibration', undefined)
    this.#paths = report?.used ?? []
    const { log } = await this.#run('calibration', undefined, true)
    const count = (call: Call): number =>
      log
        .split('\n')
        .filter(line => /^\d+ +(\w+)\(/.exec(line)?.[1]?.startsWith(call.replace('/^', '')) === true).length
    return new Map(CALLS.map(call => [call, count(call)]))
  }

  /** What is wrong after the run with the fault, and whether the fault was met. */
  async problemOf(fault: Fault): Promise<{ problem: string | undefined; met: boolean }> {
    const name = `${fault.call.replace('/^', '')}-${fault.code}-${fault.at}`
    const { report, log, folder } = await this.#run(name, fault)
    try {
      if (report === undefined) return { problem: 'ended without a word', met: true }
      const met = log.includes('INJECTED')
      if (met && fault.call === 'write' && report.failures.length === 0)
        return { problem: 'a write failed and nothing was reported', met }
      return {
        problem: await problemAfter(
          { ...report, contents: new Map(report.contents) },
          folder,
          nodeFileSystem,
        ),
        met,
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #run(name: string, fault: Fault | undefined, traced = fault !== undefined) {
    const folder = join(this.#scratch, name === 'calibration' ? 'library' : name)
    await rm(folder, { recursive: true, force: true })
    const child = spawn(process.execPath, [this.#program, folder, traced ? '' : 'paths'], {
      // One thread makes all the calls, and strace counts by thread.
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    await once(child.stdout, 'data')
    const ended = once(child, 'close')
    const logFile = `${folder}.log`
    const tracer = traced ? await this.#attach(child, folder, logFile, fault) : undefined
    child.stdin.write('go\n')
    await ended
    if (tracer !== undefined && tracer.exitCode === null) await once(tracer, 'exit')
    const log = tracer === undefined ? '' : await readFile(logFile, 'utf8')
    const [, line = ''] = printed.split('\n')
    const report: Report | undefined = line === '' ? undefined : reportSchema.parse(JSON.parse(line))
    return { report, log, folder }
  }

  async #attach(
    child: ChildProcess,
    folder: string,
    logFile: string,
    fault: Fault | undefined,
  ): Promise<ChildProcess> {
    const library = join(this.#scratch, 'library')
    const paths = this.#paths.map(path =>
      path.replace(library, folder).replace(temporary, `.tmp-${child.pid}-`),
    )
    const inject =
      fault === undefined ? [] : ['-e', `inject=${fault.call}:error=${fault.code}:when=${fault.at}`]
    const tracer = spawn(
      'strace',
      [
        ...['-f', '-p', String(child.pid), '-o', logFile, '-e', `trace=${CALLS.join(',')}`],
        ...inject,
        ...paths.flatMap(path => ['-P', path]),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    await new Promise<void>(resolve => {
      tracer.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (/attached/.test(said)) resolve()
      })
      tracer.once('exit', () => resolve())
    })
    if (!/attached/.test(said)) throw new Error(said)
    return tracer
  }
}

/**
 * Makes system calls of the mixed run fail, one in each run: those of each kind whose number, counted over all
 * kinds and errors, is a multiple of `every`.
 */
export async function injectFaults(
  every: number,
  report: (line: string) => void = () => {},
): Promise<{ runs: number; met: number; problems: string[] }> {
  const scratch = await mkdtemp(join(tmpdir(), 'cuttings-faults-'))
  try {
    const faults = new SystemFaults(await buildProgram('run-when-told', scratch), scratch)
    const counts = await faults.calibrate()
    report([...counts].map(([call, count]) => `${count} ${call}`).join(', '))
    const all = [...counts].flatMap(([call, count]) =>
      Array.from({ length: count }, (_, index) => ERRORS.map(code => ({ call, at: index + 1, code }))).flat(),
    )
    const chosen = all.filter((_, index) => index % every === 0)
    const problems: string[] = []
    let met = 0
    let runs = 0
    const next = chosen.values()
    const work = async (): Promise<void> => {
      for (const fault of next) {
        const outcome = await faults.problemOf(fault)
        if (outcome.met) met++
        if (++runs % 100 === 0) report(`${runs} of ${chosen.length} runs, ${problems.length} problems`)
        if (outcome.problem !== undefined)
          problems.push(`${fault.code} in ${fault.call} ${fault.at}: ${outcome.problem}`)
      }
    }
    await Promise.all([work(), work()])
    return { runs: chosen.length, met, problems }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** `npm run faults`, with `-- --all` for every call and every error, which takes minutes; and a full disk of 16 MB. */
export default async function run(flag = ''): Promise<void> {
  const refusal = whyNotTraceable()
  if (refusal !== undefined) throw new Error(`strace cannot inject faults here: ${refusal}`)
  const { runs, met, problems } = await injectFaults(flag === '--all' ? 1 : 17, line => console.log(line))
  for (const problem of problems) console.log(problem)
  console.log(`${runs} runs, ${met} faults met, ${problems.length} problems`)
  const noDisk = whyNoSmallDisk()
  const filled = noDisk === undefined ? await fillDisk() : undefined
  if (filled === undefined) console.log(`no full disk: ${noDisk}`)
  else {
    for (const problem of filled.problems) console.log(problem)
    console.log(`a full disk of 16 MB: ${filled.kept} clippings, ${filled.problems.length} problems`)
  }
  process.exitCode = problems.length + (filled?.problems.length ?? 0) === 0 ? 0 : 1
}
