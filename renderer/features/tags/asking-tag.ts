import { createStore } from '../../state/store.ts'

/** What is being asked of the user about a tag. */
export type Asking =
  | { readonly kind: 'create'; readonly below?: string }
  /** Which tag to merge it into, or under which to move it; its new name; whether to delete it. */
  | { readonly kind: 'pick' | 'move' | 'rename' | 'delete'; readonly name: string }
  | { readonly kind: 'merge'; readonly name: string; readonly to: string }

/** The question on show, wherever it was asked from. */
export const askingTag = createStore<Asking | undefined>(undefined)

export const askTag = (asking: Asking): void => askingTag.set(asking)
