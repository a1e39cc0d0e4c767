import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { RequestFailed, send } from '../../api/bridge.ts'
import { createStore } from '../../state/store.ts'
import { type ExportEvent, type ExportJob, IDLE, isBusy, nextJob } from './export-job.ts'

/** The export that runs or ran last. It lives outside the view, so that leaving the view does not lose it. */
export const runningExport = createStore<ExportJob>(IDLE)

const tell = (event: ExportEvent): void => runningExport.set(nextJob(runningExport.get(), event))

let isFollowing = false

function followJobs(): void {
  if (isFollowing) return
  isFollowing = true
  window.cuttings.on('job:progress', progress => tell({ type: 'progress', ...progress }))
  window.cuttings.on('job:ended', end => tell({ type: 'ended', ...end }))
}

/** Asks where to write, then exports. Does nothing while another export runs. */
export async function startExport(request: ExportRequest): Promise<void> {
  if (isBusy(runningExport.get())) return
  followJobs()
  tell({ type: 'ask', title: request.title })
  try {
    tell({ type: 'started', job: (await send('export:start', request)).job })
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    tell({ type: 'refused', failure: error.failure })
  }
}

export async function cancelExport(): Promise<void> {
  const state = runningExport.get()
  if (state.kind !== 'running') return
  tell({ type: 'cancel' })
  await send('job:cancel', { job: state.job })
}

/** Takes the end of an export off the screen. */
export const dismissExport = (): void => tell({ type: 'dismiss' })
