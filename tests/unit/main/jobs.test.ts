import { expect, it } from 'vitest'
import { Jobs } from '../../../electron/main/jobs.ts'

function watched() {
  const ended: unknown[] = []
  const progress: unknown[] = []
  const jobs = new Jobs({
    progress: payload => progress.push(payload),
    ended: payload => ended.push(payload),
  })
  return { jobs, ended, progress }
}

it('reports progress and the end of a job, and remembers what it wrote', async () => {
  const { jobs, ended, progress } = watched()
  jobs.start('one', async (_signal, advance) => {
    advance(1, 2)
    return { kind: 'done', path: '/tmp/book.pdf', files: 1 }
  })
  await expect
    .poll(() => ended)
    .toEqual([{ job: 'one', outcome: { kind: 'done', path: '/tmp/book.pdf', files: 1 } }])
  expect(progress).toEqual([{ job: 'one', done: 1, total: 2 }])
  expect(jobs.writtenBy('one')).toBe('/tmp/book.pdf')
})

it('tells a running job that it is cancelled', async () => {
  const { jobs, ended } = watched()
  jobs.start(
    'one',
    signal => new Promise(resolve => signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }))),
  )
  jobs.cancel('one')
  await expect.poll(() => ended).toEqual([{ job: 'one', outcome: { kind: 'cancelled' } }])
  expect(jobs.writtenBy('one')).toBeUndefined()
})

it('ends a job that throws as failed', async () => {
  const { jobs, ended } = watched()
  jobs.start('one', async () => {
    throw new Error('broken')
  })
  await expect
    .poll(() => ended)
    .toEqual([{ job: 'one', outcome: { kind: 'failed', failure: { code: 'internal', message: 'broken' } } }])
})
