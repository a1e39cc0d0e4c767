/**
 * Loaded into the app's main process by the window's bench: every 50 ms it appends to the file that the environment
 * names the time, how long the event loop stood still at most since, and for how much of one turn the thread itself
 * was at work, in milliseconds. The second is the same on a busy machine; only Linux tells it.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RUN_TIME = '/proc/self/schedstat'

const path = process.env.CUTTINGS_LOOP_DELAYS
if (isMainThread && path !== undefined) {
  const isTold = existsSync(RUN_TIME)
  const runTime = () => (isTold ? Number(readFileSync(RUN_TIME, 'utf8').split(' ')[0]) / 1e6 : Number.NaN)
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  let last = runTime()
  let longest = 0
  setInterval(() => {
    const now = runTime()
    longest = Math.max(longest, now - last)
    last = now
  }, 1).unref()
  setInterval(() => {
    appendFileSync(path, `${Date.now()} ${(delays.max / 1e6).toFixed(1)} ${longest.toFixed(1)}\n`)
    delays.reset()
    longest = 0
  }, 50).unref()
}
