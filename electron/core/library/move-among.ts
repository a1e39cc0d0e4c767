import type { Placed } from './collection-tree.ts'

/** Where something is to stand: in a collection or at the top, before one of those that stand there or behind them. */
export interface Place {
  readonly parent?: string | undefined
  readonly before?: string | undefined
}

/**
 * The records that are others when `moved` stands among `beside`, which are in their order: itself, and those whose
 * place changes with it. Empty where it stands there, undefined where `before` is not among them.
 */
export function movedBefore<T extends Placed>(
  beside: readonly T[],
  moved: T,
  { parent, before }: Place,
): T[] | undefined {
  const left = beside.filter(({ id }) => id !== moved.id)
  const at = before === undefined ? left.length : left.findIndex(({ id }) => id === before)
  if (at < 0) return undefined
  const order = [...left.slice(0, at), moved, ...left.slice(at)]
  const isThere = order.length === beside.length && order.every(({ id }, place) => id === beside[place]?.id)
  if (isThere) return []
  return order.flatMap((record, place) => {
    if (record.id !== moved.id) return record.place === place ? [] : [{ ...record, place }]
    const { parent: _, ...rest } = record
    return [{ ...rest, ...(parent !== undefined && { parent }), place } as T]
  })
}
