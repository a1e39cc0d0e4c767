import { createStore } from '../../state/store.ts'

/** What is being asked of the user about a collection, or about where a saved search is to stand. */
export type Asking =
  | { readonly kind: 'create'; readonly parent?: string }
  | { readonly kind: 'rename' | 'delete' | 'move' | 'move-search'; readonly id: string }

/** The question on show, wherever it was asked from. */
export const askingCollection = createStore<Asking | undefined>(undefined)

export const askCollection = (asking: Asking): void => askingCollection.set(asking)
