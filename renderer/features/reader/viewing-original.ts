import { createStore } from '../../state/store.ts'

/** The clipping whose original is on show. */
export const viewingOriginal = createStore<string | undefined>(undefined)
