import { createStore } from '../../state/store.ts'

/** Whether the question stands that has to be answered before the trash is emptied. */
export const emptyingTrash = createStore(false)
