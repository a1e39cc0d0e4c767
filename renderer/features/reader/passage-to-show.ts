import type { SentencePlace } from '../../../electron/core/model/chronology.ts'
import { createStore } from '../../state/store.ts'

/** The sentence that the reader goes to when it shows this clipping: from the chronology to where it is said. */
export const passageToShow = createStore<
  { readonly clipping: string; readonly place: SentencePlace | undefined } | undefined
>(undefined)
