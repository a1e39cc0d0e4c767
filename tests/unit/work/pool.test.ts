import { afterEach, expect, it } from 'vitest'
import { WorkPool } from '../../../electron/work/pool.ts'
import type { WorkLimits } from '../../../electron/work/work-limits.ts'

const entry = new URL('./fixtures/scripted-worker.js', import.meta.url)
let pool: WorkPool

afterEach(() => pool.close())

const open = (size: number, limits?: WorkLimits) => {
  pool = new WorkPool(entry, size, limits)
  return pool
}
const ask = (text: string) => pool.run('extract', { text, clippedAt: '2026-01-01T00:00:00.000Z' })

it('answers each caller with its own result, in one worker one after the other', async () => {
  open(1)
  expect(await Promise.all([ask('a'), ask('b'), ask('c')])).toEqual([
    { ok: true, value: 'a 1' },
    { ok: true, value: 'b 2' },
    { ok: true, value: 'c 3' },
  ])
})

it('uses a second worker while the first is busy', async () => {
  open(2)
  const stuck = ask('hang')
  expect(await ask('a')).toEqual({ ok: true, value: 'a 1' })
  await pool.close()
  expect(await stuck).toMatchObject({ ok: false, error: { reason: 'worker-failed' } })
})

it('hands a task that failed back as a failure, and goes on with the same worker', async () => {
  open(1)
  expect(await ask('fail')).toEqual({ ok: false, error: { reason: 'worker-failed', message: 'refused' } })
  expect(await ask('a')).toEqual({ ok: true, value: 'a 2' })
})

it.each(['die', 'throw'])('loses only the task whose worker ends (%s), and the queue goes on', async end => {
  open(1)
  const [lost, next] = await Promise.all([ask(end), ask('a')])
  expect(lost).toMatchObject({ ok: false, error: { reason: 'worker-failed' } })
  expect(next).toEqual({ ok: true, value: 'a 1' })
})

it.each([
  ['spin', 400, 'timed-out', 'timed-out'],
  ['hang', 400, 'timed-out', 'timed-out'],
  ['devour', 30_000, 'out-of-memory', 'out-of-memory'],
  ['die', 30_000, 'worker-failed', 'crashed'],
])(
  'ends a task that goes beyond the limits (%s), says so, and the queue goes on',
  async (text, milliseconds, reason, loss) => {
    open(1, { megabytes: 32, milliseconds })
    const losses: string[] = []
    const stop = pool.onLoss(each => losses.push(each))
    const [lost, next] = await Promise.all([ask(text), ask('a')])
    expect(lost).toMatchObject({ ok: false, error: { reason } })
    expect(next).toEqual({ ok: true, value: 'a 1' })
    expect(losses).toEqual([loss])
    stop()
    expect(await ask('die')).toMatchObject({ ok: false })
    expect(losses).toEqual([loss])
  },
)

it('takes each word of how far a task is for a sign of life', async () => {
  open(1, { megabytes: 32, milliseconds: 400 })
  expect(await ask('tell and wait')).toEqual({ ok: true, value: 'told' })
})

it('fails what is asked after it closed', async () => {
  open(1)
  await pool.close()
  expect(await ask('a')).toMatchObject({ ok: false, error: { reason: 'worker-failed' } })
})

it('tells how far a task is, and asks it to end early', async () => {
  open(1)
  const controller = new AbortController()
  const told: unknown[] = []
  const progress = (done: number, total: number) => {
    told.push([done, total])
    controller.abort()
  }
  const input = { text: 'until cancelled', clippedAt: '2026-01-01T00:00:00.000Z' }
  expect(await pool.run('extract', input, { signal: controller.signal, progress })).toEqual({
    ok: true,
    value: 'cancelled',
  })
  expect(told).toEqual([[1, 2]])
})

it('begins a task that was cancelled while it waited, and tells it so', async () => {
  open(1)
  const controller = new AbortController()
  const first = ask('a')
  const input = { text: 'until cancelled', clippedAt: '2026-01-01T00:00:00.000Z' }
  const waiting = pool.run('extract', input, { signal: controller.signal })
  controller.abort()
  expect(await first).toEqual({ ok: true, value: 'a 1' })
  expect(await waiting).toEqual({ ok: true, value: 'cancelled' })
})
