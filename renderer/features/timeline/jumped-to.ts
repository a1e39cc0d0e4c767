import { createStore } from '../../state/store.ts'
import type { Span } from './strip/counted-time.ts'

/** The group that the list is to go to, once it has it, and its time. */
export interface Jump {
  readonly group: string
  readonly span: Span
}

export const jumpedTo = createStore<Jump | undefined>(undefined)
