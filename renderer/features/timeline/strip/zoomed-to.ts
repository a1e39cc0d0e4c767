import type { Filter } from '../../../../electron/core/model/listing.ts'
import { createStore } from '../../../state/store.ts'
import type { Span } from './counted-time.ts'

/** What each clock's strip is zoomed to, until the window closes; all of it where absent. */
export const zoomedTo = createStore<Readonly<Partial<Record<Filter['clock'], Span | undefined>>>>({})

export const zoomTo = (clock: Filter['clock'], span: Span | undefined): void =>
  zoomedTo.set({ ...zoomedTo.get(), [clock]: span })
