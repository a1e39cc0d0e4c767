import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.dates'

/** Whether the dates of the text are marked in the reader, here and in windows that are opened later. */
export const datesShown = createStore(globalThis.localStorage?.getItem(REMEMBERED) !== 'off')

export function toggleDates(): void {
  datesShown.set(!datesShown.get())
  globalThis.localStorage?.setItem(REMEMBERED, datesShown.get() ? 'on' : 'off')
}
