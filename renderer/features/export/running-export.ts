import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { send } from '../../api/bridge.ts'
import type { Job } from '../../api/job.ts'
import { createJobRunner } from '../../api/job-runner.ts'

/** An export is about its title. */
export type ExportJob = Job<string>

/** The export that runs or ran last. */
export const exporting = createJobRunner<string>()

/** Asks where to write, then exports. Does nothing while another export runs. */
export const startExport = (request: ExportRequest): Promise<void> =>
  exporting.start(request.title, () => send('export:start', request))
