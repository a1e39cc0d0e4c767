import type { Failure, Payload } from '../../../electron/ipc/contract.ts'

type Progress = Payload<'job:progress'>
type Ended = Payload<'job:ended'>

/** One export, from asking where to write to its end. `title` is the one it was started with. */
export type ExportJob =
  | { readonly kind: 'idle' }
  /** `heard` keeps what was told of any job before this one's name is known: a small export ends first. */
  | { readonly kind: 'asking'; readonly title: string; readonly heard: readonly JobEvent[] }
  | {
      readonly kind: 'running'
      readonly title: string
      readonly job: string
      readonly done: number
      readonly total: number
      readonly isCancelling: boolean
    }
  | {
      readonly kind: 'done'
      readonly title: string
      readonly job: string
      readonly path: string
      readonly files: number
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export type JobEvent = ({ readonly type: 'progress' } & Progress) | ({ readonly type: 'ended' } & Ended)

export type ExportEvent =
  | JobEvent
  | { readonly type: 'ask'; readonly title: string }
  /** The answer to asking: the job, or null where no place was chosen. */
  | { readonly type: 'started'; readonly job: string | null }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'cancel' }
  | { readonly type: 'dismiss' }

export const IDLE: ExportJob = { kind: 'idle' }

/** True while another export cannot be started. */
export const isBusy = (state: ExportJob): boolean => state.kind === 'asking' || state.kind === 'running'

/** The next state of an export; the same state where the event says nothing about it. */
export function nextJob(state: ExportJob, event: ExportEvent): ExportJob {
  switch (event.type) {
    case 'ask':
      return isBusy(state) ? state : { kind: 'asking', title: event.title, heard: [] }
    case 'started': {
      if (state.kind !== 'asking') return state
      if (event.job === null) return IDLE
      const { title, heard } = state
      const running: ExportJob = {
        kind: 'running',
        title,
        job: event.job,
        done: 0,
        total: 0,
        isCancelling: false,
      }
      return heard.reduce<ExportJob>(nextJob, running)
    }
    case 'refused':
      if (state.kind !== 'asking') return state
      return event.failure.code === 'cancelled' ? IDLE : { kind: 'failed', failure: event.failure }
    case 'progress':
      if (state.kind === 'asking') return { ...state, heard: [...state.heard, event] }
      if (state.kind !== 'running' || state.job !== event.job) return state
      return { ...state, done: event.done, total: event.total }
    case 'ended':
      if (state.kind === 'asking') return { ...state, heard: [...state.heard, event] }
      if (state.kind !== 'running' || state.job !== event.job) return state
      return ended(state, event)
    case 'cancel':
      return state.kind === 'running' ? { ...state, isCancelling: true } : state
    case 'dismiss':
      return isBusy(state) ? state : IDLE
  }
}

function ended(state: Extract<ExportJob, { kind: 'running' }>, { outcome }: Ended): ExportJob {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', title: state.title, job: state.job, path: outcome.path, files: outcome.files }
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'failed':
      return { kind: 'failed', failure: outcome.failure }
  }
}
