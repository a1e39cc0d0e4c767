import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { scheduleBackups } from '../../../electron/main/scheduled-backups.ts'
import type { WorkPool } from '../../../electron/work/pool.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A pool that notes what it is asked, and gives back `outcome`. */
function notingPool(outcome: unknown) {
  const asked: unknown[] = []
  const run = async (...task: unknown[]) => {
    asked.push(task)
    return outcome
  }
  return { pool: { run } as unknown as WorkPool, asked }
}

it('asks for a backup soon after the start and again every quarter of an hour, until it is stopped', async () => {
  const { pool, asked } = notingPool({ ok: true, value: undefined })
  const reports: string[] = []
  const stop = scheduleBackups('/library', pool, reason => reports.push(reason))
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([['back-up', { library: '/library', backups: join('/library', 'backups') }]])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toHaveLength(5)
  stop()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toHaveLength(5)
  expect(reports).toEqual([])
})

it.each([
  { ok: true, value: 'disk-full: writing objects' },
  { ok: false, error: { reason: 'worker-failed', message: 'disk-full: writing objects' } },
])('reports a backup that could not be taken, and goes on: %j', async outcome => {
  const { pool, asked } = notingPool(outcome)
  const reports: string[] = []
  const stop = scheduleBackups('/library', pool, reason => reports.push(reason))
  await vi.advanceTimersByTimeAsync(1_000_000)
  expect(reports).toEqual(['disk-full: writing objects', 'disk-full: writing objects'])
  expect(asked).toHaveLength(2)
  stop()
})
