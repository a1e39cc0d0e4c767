import { z } from 'zod'
import { filePathSchema } from '../core/model/file-path.ts'
import { importIdSchema } from '../core/model/identifiers.ts'
import {
  importEntrySchema,
  importOptionsSchema,
  importOutcomeSchema,
  importSummarySchema,
} from '../core/model/import-ledger.ts'
import { changeLabelSchema } from '../core/model/library-change.ts'
import { failureSchema } from './failure.ts'

const count = z.number().int().nonnegative()
const nothing = z.object({})
const one = z.object({ id: importIdSchema })
const paths = z.array(filePathSchema).min(1)
const started = z.object({ id: importIdSchema })

/** Requests about imports; the contract takes them in. */
export const importRequests = {
  /** Asks for files, or for a folder: most systems have no dialog for both. Empty where none was chosen. */
  'import:choose': {
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: z.object({ paths: z.array(z.string()) }),
  },
  /**
   * What the system gave the app to open since it was last asked, for the window to take in like what is dropped on it.
   * The event `import:given` says that there is more.
   */
  'import:take-given': {
    input: nothing,
    output: z.object({ paths: z.array(z.string()), hasFolder: z.boolean() }),
  },
  /**
   * A dry run: says of each item what would become of it, and writes nothing. It goes on as an import does, with the
   * same events, and its entries can be asked for until the app ends; it is not listed.
   */
  'import:plan': { input: z.object({ paths }), output: started },
  /** Starts an import of files, folders and archives; `plan` is forgotten. */
  'import:start': {
    input: z.object({
      paths,
      options: importOptionsSchema.optional(),
      plan: importIdSchema.optional(),
    }),
    output: started,
  },
  /** Ends an import or a dry run after what it is writing. What was imported stays. */
  'import:cancel': { input: one, output: nothing },
  /** All imports of the library, the newest first. */
  'import:list': { input: nothing, output: z.object({ imports: z.array(importSummarySchema) }) },
  /** Entries `start` to `start + count` of those with the outcome, in their order; `total` is how many there are. */
  'import:entries': {
    input: z.object({
      id: importIdSchema,
      outcome: importOutcomeSchema.optional(),
      start: count,
      count: count.max(500),
    }),
    output: z.object({ total: count, entries: z.array(importEntrySchema) }),
  },
  /** Asks where to, and writes the ledger there as CSV; null where the user chose no place. */
  'import:export': { input: one, output: z.object({ path: z.string().nullable() }) },
  /** Shows a file of the ledger in the system's file browser; `not-found` for any other path. */
  'import:reveal': { input: one.extend({ file: filePathSchema }), output: nothing },
  /** Takes all clippings of an import out of the library, as one change that can itself be undone. */
  'import:undo': { input: one, output: z.object({ seq: count, label: changeLabelSchema }) },
  /** Goes on where an import stopped, under its own id; nothing is imported twice. */
  'import:resume': { input: one, output: started },
} as const

/** What the window is told of imports and dry runs. */
export const importEvents = {
  /** The system gave the app files to open. */
  'import:given': nothing,
  'import:progress': z.object({
    /** Its `counts` are of what is safe on the disk. */
    import: importSummarySchema,
    isPlan: z.boolean(),
    /** Items that are done, of as many as are known to come; null as long as that is not known. */
    done: count,
    total: count.nullable(),
    /** Items a second, lately. */
    rate: z.number().nonnegative(),
    /** Null as long as it cannot be said. */
    secondsLeft: z.number().nonnegative().nullable(),
    /** The file that is being read. */
    file: z.string().nullable(),
  }),
  /** `failure` says why the library took no more; the import is then `interrupted`. */
  'import:ended': z.object({
    import: importSummarySchema,
    isPlan: z.boolean(),
    failure: failureSchema.optional(),
    /** Whether it is this window that says so: the one that started it, or if that is closed, or none did, the one in front. */
    isToTell: z.boolean(),
  }),
} as const
