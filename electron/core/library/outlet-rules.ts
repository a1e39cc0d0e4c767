import type { Outlet, OutletRule } from '../model/outlet-rule.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import type { LibraryState } from './state.ts'

/** What the history calls the outlet of a rule. */
const nameOf = (outlet: Outlet): string => (outlet.by === 'host' ? outlet.host : outlet.name)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether the library has a rule that says the same. */
export const isKnownRule = (
  { outletRules }: LibraryState,
  { outlet, action }: Omit<OutletRule, 'id'>,
): boolean =>
  [...outletRules.values()].some(other => isSame(other.outlet, outlet) && isSame(other.action, action))

/** Keeps the rule under its id, new or known; undefined where the library has one that says the same. */
export function planSaveRule(state: LibraryState, rule: OutletRule): Change | undefined {
  if (isKnownRule(state, rule)) return undefined
  return {
    label: { kind: 'save-rule', count: 0, name: nameOf(rule.outlet) },
    ops: [{ op: 'put-outlet-rule', outletRule: rule }],
  }
}

/** Forgets the rule; what it corrected stays as it is until it is read anew. */
export function planDeleteRule(state: LibraryState, id: string): Result<Change, PlanFailure> {
  const rule = state.outletRules.get(id)
  if (rule === undefined) return fail('not-found')
  return ok({
    label: { kind: 'delete-rule', count: 0, name: nameOf(rule.outlet) },
    ops: [{ op: 'remove-outlet-rule', id }],
  })
}

/** Rules in the order in which they were made: an id begins with its time. */
export const rulesInOrder = ({ outletRules }: LibraryState): OutletRule[] =>
  [...outletRules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
