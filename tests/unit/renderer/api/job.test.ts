import { describe, expect, it } from 'vitest'
import { IDLE, isBusy, type Job, type JobStep, nextJob } from '../../../../renderer/api/job.ts'

const jobAfter = (...events: readonly JobStep<string>[]): Job<string> =>
  events.reduce<Job<string>>(nextJob, IDLE)
const ask = { type: 'ask', about: 'H20' } as const
const started = { type: 'started', job: 'one' } as const
const progress = (done: number, job = 'one') => ({ type: 'progress', job, done, total: 3 }) as const
const finished = {
  type: 'ended',
  job: 'one',
  outcome: { kind: 'done', path: '/x/H20.md', files: 1 },
} as const
const stopped = { type: 'ended', job: 'one', outcome: { kind: 'cancelled' } } as const
const full = { code: 'disk-full', message: 'ENOSPC' } as const
const done = { kind: 'done', about: 'H20', job: 'one', path: '/x/H20.md', files: 1 }

describe('a job from its start to its end', () => {
  it('asks, runs, counts and is done, under the title it was started with', () => {
    expect(jobAfter(ask)).toMatchObject({ kind: 'asking', about: 'H20' })
    expect(jobAfter(ask, started, progress(2))).toMatchObject({ kind: 'running', done: 2, total: 3 })
    expect(jobAfter(ask, started, progress(3), finished)).toEqual(done)
  })

  it('goes back to nothing where no place was chosen', () => {
    expect(jobAfter(ask, { type: 'started', job: null })).toEqual(IDLE)
  })

  it('does not miss the end of an export that was done before its name was known', () => {
    expect(jobAfter(ask, progress(1), finished, started)).toEqual(done)
  })

  it('ignores what is told of other jobs', () => {
    const other = { ...finished, job: 'two' }
    expect(jobAfter(ask, other, started)).toMatchObject({ kind: 'running', done: 0 })
    expect(jobAfter(ask, started, progress(2, 'two'), other)).toMatchObject({ kind: 'running', done: 0 })
    expect(jobAfter(progress(1), finished)).toEqual(IDLE)
  })

  it('waits for the end after cancelling, and says whichever end it was', () => {
    expect(jobAfter(ask, started, { type: 'cancel' })).toMatchObject({ kind: 'running', isCancelling: true })
    expect(jobAfter(ask, started, { type: 'cancel' }, stopped)).toEqual({ kind: 'cancelled', about: 'H20' })
    expect(jobAfter(ask, started, { type: 'cancel' }, finished)).toEqual(done)
  })

  it('keeps the failure, from the start and from the middle', () => {
    expect(jobAfter(ask, { type: 'refused', failure: full })).toEqual({
      kind: 'failed',
      about: 'H20',
      failure: full,
    })
    expect(
      jobAfter(ask, started, { type: 'ended', job: 'one', outcome: { kind: 'failed', failure: full } }),
    ).toEqual({ kind: 'failed', about: 'H20', failure: full })
  })

  it('does not call it a failure that the user cancelled', () => {
    expect(jobAfter(ask, { type: 'refused', failure: { code: 'cancelled', message: '' } })).toEqual(IDLE)
  })

  it('cannot be started twice, nor dismissed while it runs, but after its end it can', () => {
    const running = jobAfter(ask, started, progress(1))
    expect(isBusy(running)).toBe(true)
    expect(nextJob(running, ask)).toBe(running)
    expect(nextJob(running, { type: 'dismiss' })).toBe(running)
    const ended = nextJob(running, finished)
    expect(isBusy(ended)).toBe(false)
    expect(nextJob(ended, { type: 'dismiss' })).toEqual(IDLE)
    expect(nextJob(ended, ask).kind).toBe('asking')
  })
})
