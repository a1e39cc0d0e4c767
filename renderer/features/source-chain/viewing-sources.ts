import { createStore } from '../../state/store.ts'

/** The clipping whose named sources are on show. */
export const viewingSources = createStore<string | undefined>(undefined)
