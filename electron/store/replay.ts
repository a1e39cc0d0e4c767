import type { LibraryState } from '../core/library/state.ts'
import type { Operation } from '../core/model/library-change.ts'
import { monthOf } from './snapshot.ts'

/** The months whose files differ once the operations are applied to the state. */
export function changedMonths(state: LibraryState, ops: readonly Operation[]): Set<string> {
  const months = new Set<string>()
  for (const op of ops) {
    if (op.op !== 'put-clipping' && op.op !== 'remove-clipping') continue
    const before = state.clippings.get(op.op === 'put-clipping' ? op.clipping.id : op.id)
    if (before !== undefined) months.add(monthOf(before))
    if (op.op === 'put-clipping') months.add(monthOf(op.clipping))
  }
  return months
}
