import { type Clipping, type ClippingMarks, clippingMarksSchema, clippingSchema } from '../model/clipping.ts'
import type { Operation } from '../model/library-change.ts'

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

/** Sets marks of a clipping; undefined takes one off. */
export const markClipping = (
  clipping: Clipping,
  changed: { readonly [K in keyof ClippingMarks]?: ClippingMarks[K] | undefined },
): Operation => ({
  op: 'mark-clipping',
  id: clipping.id,
  marks: picked(MARKS, { ...clipping, ...changed }) as ClippingMarks,
})
