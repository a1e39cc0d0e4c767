import type { Input } from '../../../electron/ipc/contract.ts'
import { createStore } from '../../state/store.ts'

type Shown = Omit<Input<'library:highlights'>, 'start' | 'count'>

export const EVERY_HIGHLIGHT: Shown = { query: '', colours: [], isNoted: false }

/** Which of the library's highlights are listed; whoever comes back finds them as they were left. */
export const shownHighlights = createStore<Shown>(EVERY_HIGHLIGHT)

/** The highlight that the reader goes to as soon as its clipping is open. */
export const soughtHighlight = createStore<{ readonly clipping: string; readonly id: string } | undefined>(
  undefined,
)
