import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildProgram } from '../torture/build-program.ts'
import { type HostileFile, hostileFiles } from './hostile-files.ts'
import type { HostileOutcome } from './hostile-process.ts'

const MIB = 1024 * 1024
const run = promisify(execFile)

const show = ({ format, kind, name }: HostileFile, outcome: HostileOutcome): string => {
  const ends = Object.entries(outcome.ends).map(([end, count]) => (count === 1 ? end : `${count} ${end}`))
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)
  return `| ${format} | ${kind} | ${name} | ${ends.join(', ') || 'nothing'}${outcome.hasEnded ? '' : ' …'} | ${seconds(outcome.milliseconds)} | ${seconds(outcome.processor)} | ${seconds(outcome.longest)} | ${(outcome.memory / MIB).toFixed(0)} |`
}

/**
 * Hostile and broken files of every format through the workers of an import, each in a process of its own: how each ends,
 * in what time and memory.
 * `npm run bench:hostile [FORMAT] [KIND] [FROM]` takes those whose names hold the words, from a place on.
 */
export default async function bench(format = '', kind = '', from = '0'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-hostile-'))
  try {
    const [program, entry] = await Promise.all([
      buildProgram('hostile-process', folder, import.meta.dirname),
      buildProgram('import-worker', folder, import.meta.dirname),
    ])
    const files = (await hostileFiles())
      .filter(file => file.format.includes(format) && file.kind.includes(kind))
      .slice(Number(from))
    console.log('| format | kind | name | ends as | s | of processor | longest wait, s | MB |')
    console.log('| --- | --- | --- | --- | ---: | ---: | ---: | ---: |')
    const over: string[] = []
    for (const [place, file] of files.entries()) {
      const path = join(folder, `${place}-${file.name}`)
      await file.write(path)
      const { stdout } = await run(process.execPath, [program, path, entry])
      const outcome: HostileOutcome = JSON.parse(stdout)
      await rm(path)
      const line = show(file, outcome)
      console.log(line)
      const isLost = ['crashed', 'timed-out'].some(reason => reason in outcome.ends)
      if (isLost || Math.min(outcome.longest, outcome.processor) > 10_000 || outcome.memory > 1024 * MIB)
        over.push(line)
    }
    console.log(
      `\n${files.length} files, load average ${loadavg()[0]?.toFixed(1)}; ${over.length} over 10 s or 1 GB, or lost:`,
    )
    for (const line of over) console.log(line)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
