import type { Failure, LibraryReport, Payload } from '../../electron/ipc/contract.ts'

type Progress = Payload<'job:progress'>
type Ended = Payload<'job:ended'>

/** One job of the main process, from asking what it needs to its end. `about` says which one it is to the window. */
export type Job<About> =
  | { readonly kind: 'idle' }
  /** `heard` keeps what was told of any job before this one's name is known: a small job ends first. */
  | { readonly kind: 'asking'; readonly about: About; readonly heard: readonly JobEvent[] }
  | {
      readonly kind: 'running'
      readonly about: About
      readonly job: string
      readonly done: number
      readonly total: number
      readonly isCancelling: boolean
    }
  | {
      readonly kind: 'done'
      readonly about: About
      readonly job: string
      readonly path: string
      readonly files: number
      /** Of an export: pictures that its format cannot show. */
      readonly picturesLeftOut: number | undefined
      readonly report: LibraryReport | undefined
    }
  | { readonly kind: 'cancelled'; readonly about: About }
  | { readonly kind: 'failed'; readonly about: About; readonly failure: Failure }

type JobEvent = ({ readonly type: 'progress' } & Progress) | ({ readonly type: 'ended' } & Ended)

export type JobStep<About> =
  | JobEvent
  | { readonly type: 'ask'; readonly about: About }
  /** The answer to asking: the job, or null where no place was chosen. */
  | { readonly type: 'started'; readonly job: string | null }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'cancel' }
  | { readonly type: 'dismiss' }

export const IDLE = { kind: 'idle' } as const

/** True while another job of the same kind cannot be started. */
export const isBusy = <About>(job: Job<About>): boolean => job.kind === 'asking' || job.kind === 'running'

/** The next state of a job; the same state where the step says nothing about it. */
export function nextJob<About>(state: Job<About>, step: JobStep<About>): Job<About> {
  switch (step.type) {
    case 'ask':
      return isBusy(state) ? state : { kind: 'asking', about: step.about, heard: [] }
    case 'started': {
      if (state.kind !== 'asking') return state
      if (step.job === null) return IDLE
      const { about, heard } = state
      const running: Job<About> = {
        kind: 'running',
        about,
        job: step.job,
        done: 0,
        total: 0,
        isCancelling: false,
      }
      return heard.reduce<Job<About>>(nextJob, running)
    }
    case 'refused':
      if (state.kind !== 'asking') return state
      if (step.failure.code === 'cancelled') return IDLE
      return { kind: 'failed', about: state.about, failure: step.failure }
    case 'progress':
      if (state.kind === 'asking') return { ...state, heard: [...state.heard, step] }
      if (state.kind !== 'running' || state.job !== step.job) return state
      return { ...state, done: step.done, total: step.total }
    case 'ended':
      if (state.kind === 'asking') return { ...state, heard: [...state.heard, step] }
      if (state.kind !== 'running' || state.job !== step.job) return state
      return ended(state, step)
    case 'cancel':
      return state.kind === 'running' ? { ...state, isCancelling: true } : state
    case 'dismiss':
      return isBusy(state) ? state : IDLE
  }
}

function ended<About>(
  { about, job }: Extract<Job<About>, { kind: 'running' }>,
  { outcome }: Ended,
): Job<About> {
  switch (outcome.kind) {
    case 'done':
      return {
        kind: 'done',
        about,
        job,
        path: outcome.path,
        files: outcome.files,
        picturesLeftOut: outcome.picturesLeftOut,
        report: outcome.report,
      }
    case 'cancelled':
      return { kind: 'cancelled', about }
    case 'failed':
      return { kind: 'failed', about, failure: outcome.failure }
  }
}
