import { type Clipping, type ClippingMarks, clippingMarksSchema, clippingSchema } from '../model/clipping.ts'
import type { Operation } from '../model/library-change.ts'
import { putClipping } from './change.ts'

const KEYS = Object.keys(clippingSchema.shape) as readonly (keyof Clipping)[]
const MARKS = Object.keys(clippingMarksSchema.shape) as readonly (keyof ClippingMarks)[]

/** The values that are there of these keys, in their order. */
function picked<K extends string>(keys: readonly K[], from: { readonly [key in K]?: unknown }): unknown {
  const values: Partial<Record<K, unknown>> = {}
  for (const key of keys) if (from[key] !== undefined) values[key] = from[key]
  return values
}

/** All marks of the clipping, in the order of their schema. */
export const marksOf = (clipping: Clipping): ClippingMarks => picked(MARKS, clipping) as ClippingMarks

/** The clipping with these marks and no others, in the order of its schema. */
export function withMarks(clipping: Clipping, marks: ClippingMarks): Clipping {
  const { readAt: _, trashedAt: __, ...rest } = clipping
  return picked(KEYS, { ...rest, ...marks }) as Clipping
}

/** Marks to set; undefined takes one off. */
export type MarkChanges = { readonly [K in keyof ClippingMarks]?: ClippingMarks[K] | undefined }

const changedMarks = (clipping: Clipping, changes: MarkChanges): ClippingMarks =>
  picked(MARKS, { ...clipping, ...changes }) as ClippingMarks

export const markClipping = (clipping: Clipping, changes: MarkChanges): Operation => ({
  op: 'mark-clipping',
  id: clipping.id,
  marks: changedMarks(clipping, changes),
})

/** As {@link markClipping}, with the whole clipping, so that taking it back brings the clipping back where it is gone. */
export const putMarked = (clipping: Clipping, changes: MarkChanges): Operation =>
  putClipping(withMarks(clipping, changedMarks(clipping, changes)))
