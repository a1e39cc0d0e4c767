import type { BrowserWindow, MessageBoxOptions, RenderProcessGoneDetails } from 'electron'
import type { Clock } from '../core/ports.ts'
import type { LogEvent } from './log-event.ts'
import type { MenuWords } from './menu-words.ts'

/** So often within so long a page is opened again by itself: what fails oftener fails because of what it shows. */
const MOST_RELOADS = 3
const WITHIN_MS = 60_000

export interface RecoveryPorts {
  readonly clock: Clock
  readonly words: () => MenuWords
  readonly log: (event: LogEvent) => void
  /** Shows a question of the system's and gives the button that was pressed. */
  readonly ask: (question: MessageBoxOptions) => Promise<number>
  /** The page of a window is opened again because it failed; what is to be said of that is said by the new one. */
  readonly reopened: () => void
  readonly quit: () => void
}

/** What of a window is needed here. */
export type RecoverableWindow = Pick<BrowserWindow, 'isDestroyed'> & {
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown
  readonly webContents: {
    on(
      event: 'render-process-gone',
      listener: (event: unknown, details: RenderProcessGoneDetails) => void,
    ): unknown
    reload(): void
    forcefullyCrashRenderer(): void
  }
}

const REASONS = [
  ...['clean-exit', 'abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure'],
  'memory-eviction',
] as const

/** A question whose first button is what happens also without an answer. */
const askFor = (type: 'error' | 'warning', message: string, detail: string): MessageBoxOptions => ({
  type,
  message,
  detail,
  defaultId: 0,
  cancelId: 0,
  noLink: true,
})

/**
 * Opens the page of a window again, at the address where it was, when its process is gone, and asks what to do when that
 * does not help or when the page no longer answers. All that was acknowledged is the main process's, and is there.
 */
export function recoverWindow(window: RecoverableWindow, ports: RecoveryPorts): void {
  const { clock, log } = ports
  let gone: number[] = []
  let waiting: AbortController | undefined

  const reload = () => {
    if (window.isDestroyed()) return
    ports.reopened()
    window.webContents.reload()
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (window.isDestroyed() || reason === 'clean-exit') return
    waiting?.abort()
    const now = clock.now()
    gone = [...gone.filter(at => now - at < WITHIN_MS), now]
    const isHopeless = gone.length > MOST_RELOADS
    const known = REASONS.find(each => each === reason) ?? 'other'
    log({ event: 'window-gone', reason: known, exitCode, answer: isHopeless ? 'asked' : 'reloaded' })
    if (!isHopeless) return reload()
    const words = ports.words()
    const question = askFor('error', words.windowFails, words.windowFailsDetail)
    void ports.ask({ ...question, buttons: [words.openAgain, words.quit] }).then(button => {
      if (button === 1) return ports.quit()
      gone = []
      reload()
    })
  })

  window.on('unresponsive', () => {
    if (waiting !== undefined) return
    const asking = new AbortController()
    waiting = asking
    const words = ports.words()
    const question = askFor('warning', words.windowHangs, words.windowHangsDetail)
    // A page that answers again takes the question away.
    const { signal } = asking
    void ports.ask({ ...question, buttons: [words.wait, words.reload], signal }).then(button => {
      waiting = undefined
      const isReloaded = button === 1 && !asking.signal.aborted && !window.isDestroyed()
      log({ event: 'window-unresponsive', answer: isReloaded ? 'reloaded' : 'waited' })
      // A process that hangs does not reload; one that is gone is opened again above.
      if (isReloaded) window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => waiting?.abort())
}
