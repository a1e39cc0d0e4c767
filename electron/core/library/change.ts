import type { Clipping } from '../model/clipping.ts'
import type { ChangeLabel, Operation } from '../model/library-change.ts'

/** One intention of the user as one step of the history: committed whole, undone whole. */
export interface Change {
  readonly label: ChangeLabel
  readonly ops: readonly Operation[]
}

/** Why an intention cannot be carried out. */
export type PlanFailure = 'not-found' | 'name-taken' | 'invalid-name'

export const putClipping = (clipping: Clipping): Operation => ({ op: 'put-clipping', clipping })
