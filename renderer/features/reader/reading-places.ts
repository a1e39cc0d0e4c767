import { z } from 'zod'
import { followOtherWindows } from '../../state/other-windows.ts'

const REMEMBERED = 'cuttings.reading-places'
/** Those that were read last; what lies further back begins at its beginning again. */
const MOST_REMEMBERED = 300

const placesSchema = z.array(
  z.tuple([
    z.string(),
    z.object({
      /** The block that was at the top, and how much of it was above. */
      order: z.number().int().nonnegative(),
      above: z.number().min(0).max(1),
    }),
  ]),
)

/** Where one stopped reading a clipping. */
export type ReadingPlace = z.infer<typeof placesSchema>[number][1]

function remembered(): Map<string, ReadingPlace> {
  try {
    return new Map(placesSchema.parse(JSON.parse(globalThis.localStorage?.getItem(REMEMBERED) ?? '[]')))
  } catch {
    return new Map()
  }
}

let places: Map<string, ReadingPlace> | undefined
followOtherWindows(REMEMBERED, () => {
  places = undefined
})

/** Where one stopped in the clipping; undefined where it was not begun, or read to its end. */
export function readingPlace(id: string): ReadingPlace | undefined {
  places ??= remembered()
  return places.get(id)
}

/** Remembers on this machine where one stopped; undefined forgets it. It is no edit of the clipping. */
export function rememberPlace(id: string, place: ReadingPlace | undefined): void {
  places ??= remembered()
  places.delete(id)
  if (place !== undefined) places.set(id, place)
  places = new Map([...places].slice(-MOST_REMEMBERED))
  globalThis.localStorage?.setItem(REMEMBERED, JSON.stringify([...places]))
}
