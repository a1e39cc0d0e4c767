import { planDeleteRule, planSaveRule, rulesInOrder } from '../../core/library/outlet-rules.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { commitPlan, withLibrary } from './with-library.ts'

/** What corrections taught about outlets. */
export const ruleHandlers = (desk: Desk) =>
  ({
    'rule:list': () => withLibrary(desk, async library => ok({ rules: rulesInOrder(library.state) })),
    'rule:save': ({ rule }) =>
      withLibrary(desk, library => {
        const id = rule.id ?? desk.identifiers.next(desk.clock.now())
        return commitPlan(library, 'save-rule', state => ok(planSaveRule(state, { ...rule, id })))
      }),
    'rule:delete': ({ id }) =>
      withLibrary(desk, library => commitPlan(library, 'delete-rule', state => planDeleteRule(state, id))),
  }) satisfies Partial<Handlers>
