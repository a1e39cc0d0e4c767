import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { createStore } from '../../state/store.ts'

/** The colour of the last highlight, which the next one gets by the key. */
export const lastColour = createStore<Highlight['colour']>('yellow')
