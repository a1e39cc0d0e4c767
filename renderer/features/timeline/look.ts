import { z } from 'zod'
import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.timeline'

const lookSchema = z.object({
  /** What one heading of the list covers. */
  grouping: z.enum(['day', 'week', 'month']).catch('day'),
  /** What has a lane of its own below the strip. */
  lanes: z.enum(['none', 'source', 'tag', 'collection']).catch('none'),
  foldsReprints: z.boolean().catch(true),
  /** Whether long stretches without a clipping are narrow. */
  foldsGaps: z.boolean().catch(true),
})

/** How the timeline is shown, whatever it shows. */
export type Look = z.infer<typeof lookSchema>

function remembered(): Look {
  try {
    return lookSchema.parse(JSON.parse(globalThis.localStorage?.getItem(REMEMBERED) ?? '{}'))
  } catch {
    return lookSchema.parse({})
  }
}

export const look = createStore<Look>(remembered())

/** Changes parts of the look, here and in windows that are opened later. */
export function setLook(change: Partial<Look>): void {
  look.set({ ...look.get(), ...change })
  globalThis.localStorage?.setItem(REMEMBERED, JSON.stringify(look.get()))
}
