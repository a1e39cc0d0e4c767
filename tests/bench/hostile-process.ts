import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { READING_LIMITS, readFile, threadReader } from '../../electron/work/import-thread.ts'

/** A large export is read on and on; so long is looked at. */
const LOOKED_AT = 15_000
const NOW = '2027-01-01T00:00:00.000Z'

export interface HostileOutcome {
  readonly ends: Readonly<Record<string, number>>
  readonly milliseconds: number
  /** Of processor time, of all threads: on a busy machine time says little. */
  readonly processor: number
  /** The longest that the import waited for one answer. */
  readonly longest: number
  /** Of the process, at its highest. */
  readonly memory: number
  readonly hasEnded: boolean
}

/** Reads a file as an import does. */
async function outcomeOf(path: string, entry: URL): Promise<HostileOutcome> {
  const reader = threadReader(entry, READING_LIMITS)
  const ends: Record<string, number> = {}
  const cpu = process.cpuUsage()
  const start = performance.now()
  let [last, longest, hasEnded] = [start, 0, true]
  for await (const event of readFile(reader, { path }, 0, () => NOW)) {
    const end = event.kind === 'read' ? 'read' : event.failure.reason
    ends[end] = (ends[end] ?? 0) + 1
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (last - start > LOOKED_AT) {
      hasEnded = false
      break
    }
  }
  longest = Math.max(longest, performance.now() - last)
  await reader.close()
  const { user, system } = process.cpuUsage(cpu)
  // What `getrusage` gives is that of the process before it became this program.
  const peak = /VmHWM:\s*(?<kilobytes>\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))
  const memory = Number(peak?.groups?.['kilobytes']) * 1024
  return {
    ends,
    milliseconds: performance.now() - start,
    processor: (user + system) / 1000,
    longest,
    memory,
    hasEnded,
  }
}

const [path = '', entry = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await outcomeOf(path, pathToFileURL(entry))))
