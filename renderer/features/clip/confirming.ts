import { createStore } from '../../state/store.ts'

interface Confirming {
  readonly id: string
  /** True right after clipping: the bar then says that it was saved and offers to take it back. */
  readonly isFresh: boolean
}

/** The clipping whose fields stand above its article to be checked. */
export const confirming = createStore<Confirming | undefined>(undefined)
