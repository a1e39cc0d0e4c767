import type { Clipping } from '../../../electron/core/model/clipping.ts'

/** How many outlets are known to have printed a text: two clippings of one are one, and without a source none is known. */
export function outletsOf(members: readonly Clipping[]): number {
  return new Set(members.flatMap(({ source }) => (source ? [source.aliasOf ?? source.name] : []))).size
}
