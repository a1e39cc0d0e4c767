import { createStore } from './store.ts'

/**
 * The clippings selected in the list, in the order they were selected. The one that the reader shows is in the
 * route; commands act on the selection where it has any, otherwise on that one.
 */
export const selection = createStore<readonly string[]>([])
