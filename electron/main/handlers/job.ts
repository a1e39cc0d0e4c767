import { shell } from 'electron'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { failure } from './with-library.ts'

/** What can be done with any job, whichever feature started it. */
export const jobHandlers = (desk: Desk) =>
  ({
    'job:cancel': async ({ job }) => {
      desk.jobs.cancel(job)
      return ok({})
    },
    'job:reveal': async ({ job }) => {
      const path = desk.jobs.writtenBy(job)
      if (path === undefined) return failure('not-found')
      shell.showItemInFolder(path)
      return ok({})
    },
  }) satisfies Partial<Handlers>
