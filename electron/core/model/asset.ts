import { z } from 'zod'
import { sha256Schema } from './identifiers.ts'

/** The kinds of picture that a library keeps, with the extension of their files: rasters, which run nothing. */
export const ASSET_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
} as const

/** A picture of an article; its bytes are in the library's `assets/`, named by their SHA-256. */
export const assetSchema = z.object({
  sha256: sha256Schema,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']),
})

export type Asset = z.infer<typeof assetSchema>
