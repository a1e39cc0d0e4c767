import { createStore } from '../../state/store.ts'

interface Picking {
  readonly kind: 'tag' | 'collection'
  readonly ids: readonly string[]
}

/** Which clippings are being tagged or collected; undefined closes the picker. */
export const picking = createStore<Picking | undefined>(undefined)
