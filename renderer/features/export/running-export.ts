import type { EditedAnswer } from '../../../electron/core/model/edited-file.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { send } from '../../api/bridge.ts'
import { isBusy, type Job } from '../../api/job.ts'
import { createJobRunner } from '../../api/job-runner.ts'
import { templatesKept } from './template-draft.ts'

/** An export is about its title. */
export type ExportJob = Job<string>

/** The export that runs or ran last. */
export const exporting = createJobRunner<string>()

/** Asks where to write, then exports. Does nothing while another export runs. */
export function startExport(request: ExportRequest): Promise<void> {
  if (!isBusy(exporting.job.get())) asked = { request, job: undefined }
  return exporting.start(request.title, async () => {
    await templatesKept()
    return begun(await send('export:start', request))
  })
}

/** What was asked for last, and the name of its job. */
let asked: { readonly request: ExportRequest; readonly job: string | undefined } | undefined

function begun(started: { readonly job: string | null }): { readonly job: string | null } {
  if (asked && started.job !== null) asked = { ...asked, job: started.job }
  return started
}

/** The same export to the same place, with what becomes of files that were changed by hand. */
export function exportAgain(answers: EditedAnswer[]): Promise<void> {
  if (asked?.job === undefined) return Promise.resolve()
  const { request, job } = asked
  return exporting.start(request.title, async () =>
    begun(await send('export:start', { ...request, again: { job, answers } })),
  )
}
