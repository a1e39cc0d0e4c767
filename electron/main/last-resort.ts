import type { LogEvent } from './log-event.ts'
import { bugEvent } from './log-event.ts'

/** EX_SOFTWARE of sysexits.h: a fault within the program. */
export const EXIT_CODE = 70

export interface LastResortPorts {
  readonly log: (event: LogEvent) => void
  /** Says one sentence in a dialog of the system's, and returns when it was read. */
  readonly say: () => void
  /** Gives the library's lock back at once. */
  readonly letGo: () => void
  readonly exit: (code: number) => void
}

/**
 * Ends the app when anything went wrong that nobody foresaw. Whatever is in memory may then be half of something, and is
 * written nowhere: the journal has all that was acknowledged.
 */
export function endOnFault(
  process: Pick<NodeJS.Process, 'on'>,
  { log, say, letGo, exit }: LastResortPorts,
): void {
  let isEnding = false
  const end = (where: 'main' | 'promise') => (error: unknown) => {
    if (isEnding) return
    isEnding = true
    log(bugEvent(error, { where }))
    // The lock first: somebody may leave the dialog standing, and open the library on another computer.
    for (const step of [letGo, say]) {
      try {
        step()
      } catch {
        // Nothing more can be done than to end.
      }
    }
    exit(EXIT_CODE)
  }
  process.on('uncaughtException', end('main'))
  process.on('unhandledRejection', end('promise'))
}
