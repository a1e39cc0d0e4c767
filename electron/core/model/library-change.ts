import { z } from 'zod'
import { chronologyEventSchema } from './chronology.ts'
import { clippingMarksSchema, clippingSchema } from './clipping.ts'
import { collectionSchema } from './collection.ts'
import {
  clippingIdSchema,
  collectionIdSchema,
  eventIdSchema,
  instantSchema,
  outletRuleIdSchema,
  savedSearchIdSchema,
} from './identifiers.ts'
import { outletRuleSchema } from './outlet-rule.ts'
import { savedSearchSchema } from './saved-search.ts'
import { tagNameSchema, tagSchema } from './tag.ts'

/**
 * One step of a change. Every step says the whole new record, or of a clipping all of its marks, so that replaying it
 * twice is harmless. Marks of a clipping that is not there change nothing.
 */
export const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put-clipping'), clipping: clippingSchema }),
  z.object({ op: z.literal('mark-clipping'), id: clippingIdSchema, marks: clippingMarksSchema }),
  z.object({ op: z.literal('remove-clipping'), id: clippingIdSchema }),
  z.object({ op: z.literal('put-tag'), tag: tagSchema }),
  z.object({ op: z.literal('remove-tag'), name: tagNameSchema }),
  z.object({ op: z.literal('put-collection'), collection: collectionSchema }),
  z.object({ op: z.literal('remove-collection'), id: collectionIdSchema }),
  z.object({ op: z.literal('put-saved-search'), savedSearch: savedSearchSchema }),
  z.object({ op: z.literal('remove-saved-search'), id: savedSearchIdSchema }),
  z.object({ op: z.literal('put-outlet-rule'), outletRule: outletRuleSchema }),
  z.object({ op: z.literal('remove-outlet-rule'), id: outletRuleIdSchema }),
  z.object({ op: z.literal('put-event'), event: chronologyEventSchema }),
  z.object({ op: z.literal('remove-event'), id: eventIdSchema }),
])

/** What a change did, for "Undo tag 312 clippings": the interface puts it in words. */
export const changeLabelSchema = z.object({
  kind: z.enum([
    'clip',
    'import',
    'undo-import',
    'edit',
    'star',
    'unstar',
    'mark-read',
    'mark-unread',
    'trash',
    'untrash',
    'empty-trash',
    'tag',
    'untag',
    'create-tag',
    'rename-tag',
    'merge-tag',
    'colour-tag',
    'delete-tag',
    'create-collection',
    'rename-collection',
    'delete-collection',
    'move-collection',
    'arrange-collection',
    'collect',
    'uncollect',
    'restore-version',
    'restore-block',
    'set-block-aside',
    'highlight',
    'change-highlight',
    'remove-highlight',
    'correct-date',
    'accept-event',
    'reject-event',
    'reconsider-event',
    'edit-event',
    'merge-events',
    'split-event',
    'add-event',
    'remove-event',
    'save-search',
    'rename-search',
    'move-search',
    'delete-search',
    'save-rule',
    'delete-rule',
    'reextract',
  ]),
  count: z.number().int().nonnegative(),
  name: z.string().optional(),
})

/**
 * One journal line. `undo` holds the operations that take the change back, in the order to apply them.
 * `by` `retention` is the trash emptied by age, which nobody did and undo passes over.
 * `reverts` is the seq that an undo or redo takes back. `batch` is the seq of the first line of the write that
 * this line was a part of, where it was not the first: none of such lines was acknowledged before all were on
 * the disk. `crc` is CRC-32C of the line without it.
 */
export const journalLineSchema = z.object({
  seq: z.number().int().positive(),
  at: instantSchema,
  by: z.enum(['user', 'undo', 'redo', 'import', 'migration', 'retention']),
  label: changeLabelSchema,
  reverts: z.number().int().positive().optional(),
  batch: z.number().int().positive().optional(),
  ops: z.array(operationSchema),
  undo: z.array(operationSchema),
  crc: z.string().regex(/^[0-9a-f]{8}$/),
})

export type Operation = z.infer<typeof operationSchema>
export type ChangeLabel = z.infer<typeof changeLabelSchema>
export type JournalLine = z.infer<typeof journalLineSchema>
