import { followOtherWindows } from '../../state/other-windows.ts'
import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.dates'

const areShown = (): boolean => globalThis.localStorage?.getItem(REMEMBERED) !== 'off'

/** Whether the dates of the text are marked in the reader, in every window. */
export const datesShown = createStore(areShown())
followOtherWindows(REMEMBERED, () => datesShown.set(areShown()))

export function toggleDates(): void {
  datesShown.set(!datesShown.get())
  globalThis.localStorage?.setItem(REMEMBERED, datesShown.get() ? 'on' : 'off')
}
