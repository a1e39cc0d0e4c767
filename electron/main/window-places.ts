import { z } from 'zod'
import { routeSchema } from '../ipc/contract.ts'

/** A place on the screen, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const LARGEST = 20_000
const coordinate = z.number().int().min(-100_000).max(100_000)

/** Where a window is on the screen, and where in the app. */
export const windowPlaceSchema = z.object({
  /** As it is while it is neither maximised nor full screen; absent where the system may choose. */
  x: coordinate.optional(),
  y: coordinate.optional(),
  width: z.number().int().min(1).max(LARGEST),
  height: z.number().int().min(1).max(LARGEST),
  isMaximized: z.boolean().catch(false),
  isFullScreen: z.boolean().catch(false),
  route: routeSchema.catch(''),
})
export type WindowPlace = z.infer<typeof windowPlaceSchema>

/** A window as it is where nothing is remembered, and one to read a clipping in, which has room for one pane. */
const USUAL = { whole: { width: 1440, height: 900 }, reading: { width: 780, height: 900 } } as const
export type WindowForm = keyof typeof USUAL

export const SMALLEST = 480
/** So far a new window lies beside the one that it was opened from, to the right and down. */
const STEP = 28
/** So much of the strip by which a window is moved has to be on a display. */
const GRIP = { width: 100, height: 40 }

const overlap = (one: Area, other: Area): { width: number; height: number } => ({
  width: Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
  height: Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
})

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))

/**
 * A remembered place as it can be shown: no larger than the display that it is on, its top within it. Where its display
 * is gone, as large as the first one lets it be, at a place that the system chooses.
 */
export function fitted(place: WindowPlace, displays: readonly Area[]): WindowPlace {
  const { x, y, width, height, ...rest } = place
  const [first] = displays
  const strip = { x: x ?? 0, y: y ?? 0, width, height: GRIP.height }
  const on =
    x === undefined || y === undefined
      ? undefined
      : displays.find(display => {
          const seen = overlap(strip, display)
          return seen.width >= Math.min(GRIP.width, width) && seen.height >= GRIP.height / 4
        })
  const room = on ?? first
  const size = {
    width: between(SMALLEST, width, Math.max(SMALLEST, room?.width ?? width)),
    height: between(SMALLEST, height, Math.max(SMALLEST, room?.height ?? height)),
  }
  if (on === undefined || x === undefined || y === undefined) return { ...rest, ...size }
  const lowest = Math.max(on.y, on.y + on.height - size.height)
  const farthest = on.x + on.width - GRIP.width
  return {
    ...rest,
    ...size,
    x: between(on.x - size.width + GRIP.width, x, farthest),
    y: between(on.y, y, lowest),
  }
}

/** The place of a new window: beside the one in front, a whole one as large as it is. */
export function newPlace(route: string, form: WindowForm, front: Area | undefined): WindowPlace {
  const size = form === 'whole' && front !== undefined ? front : USUAL[form]
  const at = front === undefined ? {} : { x: front.x + STEP, y: front.y + STEP }
  return {
    ...at,
    width: size.width,
    height: size.height,
    isMaximized: false,
    isFullScreen: false,
    route,
  }
}
