import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Of each of the two files; the older one is let go of when the newer is full. */
const MOST_BYTES = 1_000_000

/** Lines in a file that does not grow for ever. */
export interface BoundedLog {
  /**
   * Returns when the system has the line, so that the last words of a process that ends are among them. Never throws: a
   * log that cannot be written must not be the end of what it tells of.
   */
  append(line: string): void
  /** The last `count` lines, the oldest first; none where they cannot be read. */
  last(count: number): string[]
}

/** Keeps `NAME.log` in the folder, and what was in it before as `NAME.1.log`. */
export function boundedLog(folder: string, name: string, mostBytes: number = MOST_BYTES): BoundedLog {
  const path = join(folder, `${name}.log`)
  const older = join(folder, `${name}.1.log`)
  const read = (file: string): string[] => {
    try {
      return readFileSync(file, 'utf8').split('\n').filter(Boolean)
    } catch {
      return []
    }
  }
  const sizeOf = (file: string): number => {
    try {
      return statSync(file).size
    } catch {
      return 0
    }
  }
  return {
    append(line) {
      const text = `${line.replaceAll('\n', ' ')}\n`
      try {
        mkdirSync(folder, { recursive: true })
        if (sizeOf(path) + Buffer.byteLength(text) > mostBytes) renameSync(path, older)
        appendFileSync(path, text, { mode: 0o600 })
      } catch {
        // There is nobody to tell.
      }
    },
    last: count => [...read(older), ...read(path)].slice(-count),
  }
}
