import { createStore } from '../../state/store.ts'

/** What is compared with a clipping: the reprints of its text, the versions of its address, or any other one. */
export type Comparing =
  | { readonly id: string; readonly what: 'family' | 'versions' }
  | { readonly id: string; readonly what: 'pair'; readonly with: string }

/** The comparison on show. */
export const comparing = createStore<Comparing | undefined>(undefined)
