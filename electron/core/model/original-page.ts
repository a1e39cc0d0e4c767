import { z } from 'zod'

/** What a page asks a browser to load or to do, as far as it is told apart for the user. */
export const NOT_LOADED_KINDS = [
  'script',
  'picture',
  'style',
  'font',
  'media',
  'frame',
  'form',
  /** Hints and calls that show nothing: preload, ping, refresh, manifest. */
  'hint',
] as const

/** Something of the page that was left out; `address` is as the page has it, empty where it was written into the page. */
export const notLoadedSchema = z.object({ kind: z.enum(NOT_LOADED_KINDS), address: z.string() })

/** How many things of each kind were left out, and the first of them. */
export const leftOutSchema = z.object({
  counts: z.record(z.enum(NOT_LOADED_KINDS), z.number().int().nonnegative()),
  first: z.array(notLoadedSchema),
})

export type NotLoadedKind = (typeof NOT_LOADED_KINDS)[number]
export type NotLoaded = z.infer<typeof notLoadedSchema>
export type LeftOut = z.infer<typeof leftOutSchema>
