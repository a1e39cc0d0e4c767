import { createStore, type Store } from '../state/store.ts'
import { RequestFailed, send } from './bridge.ts'
import { IDLE, isBusy, type Job, type JobStep, nextJob } from './job.ts'

export interface JobRunner<About> {
  /** The job that runs or ran last. It lives outside the views, so that leaving one does not lose it. */
  readonly job: Store<Job<About>>
  /** Starts a job by the request that answers with its name. Does nothing while another one runs. */
  start(about: About, request: () => Promise<{ readonly job: string | null }>): Promise<void>
  cancel(): Promise<void>
  /** Takes the end of a job off the screen. */
  dismiss(): void
}

/** Follows one job at a time from its start to its end. */
export function createJobRunner<About>(): JobRunner<About> {
  const job = createStore<Job<About>>(IDLE)
  const tell = (step: JobStep<About>): void => job.set(nextJob(job.get(), step))
  let isFollowing = false
  const follow = (): void => {
    if (isFollowing) return
    isFollowing = true
    window.cuttings.on('job:progress', progress => tell({ type: 'progress', ...progress }))
    window.cuttings.on('job:ended', end => tell({ type: 'ended', ...end }))
  }
  return {
    job,
    async start(about, request) {
      if (isBusy(job.get())) return
      follow()
      tell({ type: 'ask', about })
      try {
        tell({ type: 'started', job: (await request()).job })
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        tell({ type: 'refused', failure: error.failure })
      }
    },
    async cancel() {
      const running = job.get()
      if (running.kind !== 'running') return
      tell({ type: 'cancel' })
      await send('job:cancel', { job: running.job })
    },
    dismiss: () => tell({ type: 'dismiss' }),
  }
}
