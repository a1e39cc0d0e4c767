import { createStore } from './store.ts'

/** The clippings that are being dragged out of the list; undefined while none are. */
export const draggedClippings = createStore<readonly string[] | undefined>(undefined)

/** What they are called among what is dragged: nothing else takes them. */
export const CLIPPINGS = 'application/x-cuttings-clippings'
