import { z } from 'zod'
import { clippingIdSchema, collectionIdSchema, importIdSchema, instantSchema } from './identifiers.ts'
import type { ReadFailureReason } from './import-item.ts'
import { tagNameSchema } from './tag.ts'

/** What became of an item. A `version` has the address of another clipping and other words. */
export const IMPORT_OUTCOMES = ['imported', 'version', 'duplicate', 'link-only', 'failed'] as const
export const importOutcomeSchema = z.enum(IMPORT_OUTCOMES)

const READ_FAILURES = [
  'empty',
  'not-recognised',
  'damaged',
  'encrypted',
  'too-large',
  'unsafe',
  'no-text',
  'only-a-list',
  'unreadable',
  'timed-out',
] as const satisfies readonly ReadFailureReason[]

/** Why an item was not imported: it could not be read, or reading it took too long or ended its worker. */
export const importReasonSchema = z.enum([...READ_FAILURES, 'crashed'])

/** One item of an import: a line of its ledger. */
export const importEntrySchema = z.object({
  /** The file's path as it was given or found. */
  file: z.string(),
  /** Where the item stands in the file; empty for a file that could not be read at all. */
  key: z.string(),
  name: z.string(),
  outcome: importOutcomeSchema,
  /** The new clipping; of a duplicate the one that the library has already. */
  clipping: clippingIdSchema.optional(),
  /** Of a `version`, the clipping that has the address with other words. */
  previous: clippingIdSchema.optional(),
  title: z.string().optional(),
  reason: importReasonSchema.optional(),
  /** For "copy details"; never text of an article. */
  detail: z.string().optional(),
})

const count = z.number().int().nonnegative()

/** How many items ended in each way. */
export const importCountsSchema = z.object({
  imported: count,
  version: count,
  duplicate: count,
  'link-only': count,
  failed: count,
})

/** What all clippings of an import get beside what their files state. */
export const importOptionsSchema = z.object({
  tags: z.array(tagNameSchema).default([]),
  collection: collectionIdSchema.optional(),
})

/**
 * An import as its ledger tells it. `interrupted`: the app ended, or the library took no more, before it was done;
 * it and a `cancelled` one can be resumed. `undone`: its clippings were taken out of the library.
 */
export const importSummarySchema = z.object({
  id: importIdSchema,
  /** `watched`: what was saved into the watched folder. */
  kind: z.enum(['chosen', 'watched']),
  /** Files and folders, as they were chosen. */
  paths: z.array(z.string()),
  startedAt: instantSchema,
  endedAt: instantSchema.optional(),
  state: z.enum(['running', 'interrupted', 'cancelled', 'done', 'undone']),
  counts: importCountsSchema,
})

export type ImportOutcome = z.infer<typeof importOutcomeSchema>
export type ImportReason = z.infer<typeof importReasonSchema>
export type ImportEntry = z.infer<typeof importEntrySchema>
export type ImportCounts = z.infer<typeof importCountsSchema>
export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ImportSummary = z.infer<typeof importSummarySchema>
