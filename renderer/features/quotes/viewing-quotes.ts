import { createStore } from '../../state/store.ts'

/** The clipping whose quotations are on show. */
export const viewingQuotes = createStore<string | undefined>(undefined)
