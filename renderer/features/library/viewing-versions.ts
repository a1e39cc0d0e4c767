import { createStore } from '../../state/store.ts'

/** The clipping whose earlier versions are on show. */
export const viewingVersions = createStore<string | undefined>(undefined)
