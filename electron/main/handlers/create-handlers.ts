import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { appHandlers } from './app.ts'
import { clipHandlers } from './clip.ts'
import { clippingHandlers } from './clipping.ts'
import { exportHandlers } from './export.ts'
import { libraryHandlers } from './library.ts'
import { organiseHandlers } from './organise.ts'
import { searchHandlers } from './search.ts'

/** Every channel's handler; a channel of the contract without one does not compile. */
export const createHandlers = (desk: Desk): Handlers => ({
  ...appHandlers(desk),
  ...libraryHandlers(desk),
  ...searchHandlers(desk),
  ...clipHandlers(desk),
  ...clippingHandlers(desk),
  ...organiseHandlers(desk),
  ...exportHandlers(desk),
})
