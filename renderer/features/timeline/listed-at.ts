import { createStore } from '../../state/store.ts'

/** The group that the list is scrolled to, by its key. */
export const listedAt = createStore<string | undefined>(undefined)
