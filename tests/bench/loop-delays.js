/**
 * Loaded into the app's main process by the window's bench: every 50 ms it appends the time and how long the event
 * loop stood still at most since, in milliseconds, to the file that the environment names.
 */
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const path = process.env.CUTTINGS_LOOP_DELAYS
if (isMainThread && path !== undefined) {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  setInterval(() => {
    appendFileSync(path, `${Date.now()} ${(delays.max / 1e6).toFixed(1)}\n`)
    delays.reset()
  }, 50).unref()
}
