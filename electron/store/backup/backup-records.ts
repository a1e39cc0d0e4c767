import { z } from 'zod'
import { instantSchema, sha256Schema } from '../../core/model/identifiers.ts'

/** What a folder of the library held. A file is `unnamed` where no change had named it yet. */
export const listingSchema = z.object({
  files: z.array(
    z.object({
      name: z.string().min(1),
      sha256: sha256Schema,
      byteLength: z.number().int().nonnegative(),
      unnamed: z.literal(true).optional(),
    }),
  ),
})

/**
 * One backup: for each folder of the library the SHA-256 of its listing, which is an object like the files
 * that it lists. A folder that did not change costs nothing. `seq` is the last change that the backup holds,
 * and `crc` that line's checksum: by it the next backup knows that it continues this one.
 */
export const backupSchema = z.object({
  backupFormat: z.literal(1),
  takenAt: instantSchema,
  library: z.object({
    createdAt: instantSchema,
    seq: z.number().int().nonnegative(),
    crc: z
      .string()
      .regex(/^[0-9a-f]{8}$/)
      .optional(),
    /** Absent in a backup of a version that did not count. */
    clippings: z.number().int().nonnegative().optional(),
  }),
  fileCount: z.number().int().nonnegative(),
  byteLength: z.number().int().nonnegative(),
  folders: z.record(z.string(), sha256Schema),
})

export type Listing = z.infer<typeof listingSchema>
export type ListedFile = Listing['files'][number]
export type Backup = z.infer<typeof backupSchema>
