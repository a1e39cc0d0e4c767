import { z } from 'zod'
import { collectionSchema } from './collection.ts'
import { changeLabelSchema } from './library-change.ts'
import { savedSearchSchema } from './saved-search.ts'
import { tagSchema } from './tag.ts'

const count = z.number().int().nonnegative()

/**
 * The sidebar: what there is and how many. A tag's `total` counts clippings with it or a tag below it, a collection's
 * `count` those in it or in one that stands in it, each once. Collections are the lines of a tree.
 */
export const overviewSchema = z.object({
  version: count,
  shelves: z.object({ inbox: count, all: count, starred: count, trash: count }),
  collections: z.array(
    collectionSchema
      .omit({ byHand: true })
      .extend({ depth: count, own: count, count, isByHand: z.boolean() }),
  ),
  tags: z.array(tagSchema.extend({ own: count, total: count })),
  savedSearches: z.array(savedSearchSchema),
  undo: changeLabelSchema.optional(),
  redo: changeLabelSchema.optional(),
})

export type Overview = z.infer<typeof overviewSchema>
