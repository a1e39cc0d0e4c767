import { clippingTouchedBy } from '../core/library/operations.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Operation } from '../core/model/library-change.ts'
import { monthOf } from './snapshot.ts'

/** The months whose files differ once the operations are applied to the state. */
export function changedMonths(state: LibraryState, ops: readonly Operation[]): Set<string> {
  const months = new Set<string>()
  for (const op of ops) {
    const id = clippingTouchedBy(op)
    if (id === undefined) continue
    const before = state.clippings.get(id)
    if (before !== undefined) months.add(monthOf(before))
    if (op.op === 'put-clipping') months.add(monthOf(op.clipping))
  }
  return months
}
