import type { Clipping } from '../../../electron/core/model/clipping.ts'

/** How many outlets printed a text; two clippings of one outlet are one, one without a source is its own. */
export function outletsOf(members: readonly Clipping[]): number {
  const named = new Set(members.flatMap(({ source }) => (source ? [source.aliasOf ?? source.name] : [])))
  return named.size + members.filter(({ source }) => source === undefined).length
}
