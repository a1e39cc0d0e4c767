import { z } from 'zod'
import { editedFileSchema } from '../core/model/edited-file.ts'
import { templateProblemSchema } from '../core/model/export-template.ts'
import { instantSchema } from '../core/model/identifiers.ts'

/** Why a request was not carried out. The interface puts each into words that say what to do. */
export const failureCodeSchema = z.enum([
  'invalid-input',
  'unknown-sender',
  'internal',
  'nothing-to-clip',
  'too-large',
  'too-long-for-chronology',
  'unsupported-file',
  'unreadable-file',
  'not-found',
  'name-taken',
  'invalid-name',
  'invalid-date',
  'invalid-query',
  'nothing-to-undo',
  'disk-full',
  'read-only',
  'write-failed',
  'read-failed',
  'library-locked',
  'library-newer',
  'library-damaged',
  'library-missing',
  'library-busy',
  'not-a-library',
  'folder-not-empty',
  'cancelled',
  'too-many-windows',
  'export-failed',
  'nothing-to-export',
  'template-failed',
  'export-edited',
  'out-of-memory',
  'timed-out',
])

export const failureSchema = z.object({
  code: failureCodeSchema,
  /** For the log and for "copy details"; not shown by itself and never text of an article. */
  message: z.string(),
  detail: z.string().optional(),
  /** Of `library-locked`: which computer has the library open, and since when. */
  holder: z.object({ host: z.string(), since: instantSchema }).optional(),
  /** Of `export-edited`: the files that somebody has changed since they were exported. */
  edited: z.array(editedFileSchema).readonly().optional(),
  /** Of `template-failed`: what is wrong, and where. */
  template: templateProblemSchema.optional(),
  /** Of `library-newer`, where the library could be read: so many records and changes are not shown. */
  leftOut: z.number().int().nonnegative().optional(),
})
