import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EMPTY_STATE } from '../../../electron/core/library/state.ts'
import { scheduleBackups } from '../../../electron/main/scheduled-backups.ts'
import type { WorkPool } from '../../../electron/work/pool.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const LIBRARY = { directory: '/library', version: 7, state: EMPTY_STATE }
const AT = '2025-07-19T08:00:00.000Z'

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
  const { pool, asked } = notingPool({ ok: true, value: { ok: true, value: { id: 'x', at: AT } } })
  const reports: unknown[] = []
  const backups = scheduleBackups(LIBRARY, pool, (...report) => reports.push(report))
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([
    [
      'back-up',
      {
        library: '/library',
        backups: join('/library', 'backups'),
        onlyIfDue: true,
        known: { seq: 7, clippings: 0 },
      },
      { signal: expect.any(AbortSignal) },
    ],
  ])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toHaveLength(5)
  expect(reports).toEqual(Array(5).fill([undefined, AT]))
  await backups.stop()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toHaveLength(5)
})

const FULL = { code: 'disk-full', message: 'writing objects' }

it.each([
  [{ ok: true, value: { ok: false, error: FULL } }, FULL],
  [
    { ok: false, error: { reason: 'worker-failed', message: 'no memory' } },
    { code: 'internal', message: 'no memory' },
  ],
])('reports a backup that could not be taken, and goes on: %j', async (outcome, failure) => {
  const { pool, asked } = notingPool(outcome)
  const reports: unknown[] = []
  const backups = scheduleBackups(LIBRARY, pool, (...report) => reports.push(report))
  await vi.advanceTimersByTimeAsync(1_000_000)
  expect(reports).toEqual([
    [failure, undefined],
    [failure, undefined],
  ])
  expect(asked).toHaveLength(2)
  await backups.stop()
})

it('gives up a backup that is under way when it is stopped, and reports nothing of it', async () => {
  const reports: unknown[] = []
  const run = (_task: string, _input: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise(resolve =>
      signal.addEventListener('abort', () =>
        resolve({ ok: true, value: { ok: false, error: { code: 'cancelled', message: 'cancelled' } } }),
      ),
    )
  const backups = scheduleBackups(LIBRARY, { run } as unknown as WorkPool, (...report) =>
    reports.push(report),
  )
  await vi.advanceTimersByTimeAsync(60_000)
  await backups.stop()
  expect(reports).toEqual([])
})
