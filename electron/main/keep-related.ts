import { applyOutletRules } from '../core/library/apply-outlet-rules.ts'
import { rulesInOrder } from '../core/library/outlet-rules.ts'
import { ok, type Result } from '../core/result.ts'
import { type Kept, keepClippings, type NewSource } from '../store/keep-clipping.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import type { Desk } from './desk.ts'
import type { OpenSession } from './open-session.ts'

/**
 * Keeps a new clipping as the rules for its outlet would have it, and with what it is to those that the library has: the family whose reprint it is, the clipping
 * whose later version it is. They are one change, so one undo takes all of it back.
 */
export async function keepRelated(
  desk: Desk,
  { library, families }: OpenSession,
  source: NewSource,
): Promise<Result<Kept, StoreFailure>> {
  const id = source.id ?? desk.identifiers.next(desk.clock.now())
  const extraction = applyOutletRules(source.extraction, rulesInOrder(library.pending), source.url)
  const [related = {}] = await families.relate([{ id, extraction, url: source.url }])
  const marks = { ...source.marks, ...related }
  const kept = await keepClippings(library, desk, [{ ...source, id, extraction, marks }])
  return kept.ok ? ok(kept.value[0]) : kept
}
