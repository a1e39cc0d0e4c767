import { createStore } from '../../state/store.ts'

/** What is compared with the open clipping: the reprints of its text, or the versions of its address. */
export interface Comparing {
  readonly id: string
  readonly what: 'family' | 'versions'
}

/** The comparison on show. */
export const comparing = createStore<Comparing | undefined>(undefined)
