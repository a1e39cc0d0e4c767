import { z } from 'zod'
import { clippingIdSchema, instantSchema } from '../core/model/identifiers.ts'
import { failureSchema } from './failure.ts'

const count = z.number().int().nonnegative()

/** The library that the app works with, and how it is doing. */
export const libraryStateSchema = z.object({
  /** Its folder. */
  path: z.string(),
  /** The folder's own name. */
  name: z.string(),
  /** `busy`: closed for as long as a job moves or repairs it. */
  state: z.enum(['open', 'closed', 'busy']),
  /** While the app starts: lists show the newest clippings, the others are being read, and changes wait for them. */
  isPart: z.literal(true).optional(),
  /** Why it is closed: opening its path again is "try again". */
  failure: failureSchema.optional(),
  /** Why an open library takes no changes. */
  readOnly: failureSchema.optional(),
  /**
   * The full-text index, once it is known: of `total` clippings that it has to take in it has `done`. While it is being
   * built, searches may miss what only the articles of older clippings say; where it is unavailable they find all, slowly.
   */
  index: z
    .object({ state: z.enum(['ready', 'building', 'unavailable']), done: count, total: count })
    .optional(),
  place: z.object({
    kind: z.enum(['local', 'cloud', 'removable', 'unknown']),
    /** The program that keeps the folder in step with other computers, where it is recognised. */
    service: z.enum(['OneDrive', 'iCloud Drive', 'Dropbox', 'Google Drive', 'Syncthing']).optional(),
  }),
  /** Files that such a program left beside those of the library, as paths in its folder; they are never merged. */
  conflictCopies: z.array(z.object({ path: z.string(), of: z.string() })),
  clippings: count,
  /** What the folder takes up, with its backups; absent until it was counted. */
  bytes: count.optional(),
  /** When the newest backup was taken; absent where there is none, or not known yet. */
  lastBackup: instantSchema.optional(),
  /** Why the last backup that was due could not be taken; gone once one is. */
  backupFailure: failureSchema.optional(),
})

/** A library that was open before, the newest first. */
export const knownLibrarySchema = z.object({
  path: z.string(),
  name: z.string(),
  lastOpened: instantSchema,
  /** False where there is no folder now, as of a disk that is not plugged in. */
  isPresent: z.boolean(),
})

/** Things of one kind that are not as they were written, with the first few as examples. */
const findingSchema = z.object({
  code: z.enum([
    'unreadable-snapshot',
    'damaged-journal',
    'torn-journal',
    'missing-journal',
    'snapshot-differs',
    'missing-article',
    'damaged-article',
    'missing-original',
    'damaged-original',
    'missing-asset',
    'damaged-asset',
    'damaged-ledger',
    'missing-collection',
    /** Does no harm: what a clip that did not finish left. */
    'unreferenced',
    /** What a program that keeps folders in step could not merge. */
    'conflict-copy',
  ]),
  count,
  /** Paths in the library's folder, or ids. */
  examples: z.array(z.object({ what: z.string(), detail: z.string().optional() })),
})

const mendedSchema = z.object({
  code: z.enum([
    'journal-lines-restored',
    'journal-end-cut',
    'snapshot-rebuilt',
    'snapshot-salvaged',
    'article-restored',
    'original-restored',
    'asset-restored',
  ]),
  count,
  examples: z.array(z.object({ what: z.string() })),
})

const findings = z.array(findingSchema)

/** What a job on the library or its backups found or made; `path` of the job's end says where. */
export const libraryReportSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('verify'),
    findings,
    checked: z.object({ changes: count, clippings: count, articles: count, originals: count, bytes: count }),
  }),
  z.object({
    of: z.literal('repair'),
    mended: z.array(mendedSchema),
    left: findings,
    /** The folder that keeps every file that was replaced, as it was. */
    aside: z.string().optional(),
  }),
  /** `left` is the old folder, where it stays because something in it is not in the new one. */
  z.object({ of: z.literal('move'), left: z.string().optional() }),
  z.object({ of: z.literal('copy') }),
  z.object({ of: z.literal('archive'), clippings: count, bytes: count }),
  /** A library was made of the archive; `lost` are files that the archive could not give. */
  z.object({ of: z.literal('import-archive'), lost: z.array(z.string()), findings }),
  z.object({ of: z.literal('backup'), id: z.string() }),
  z.object({
    of: z.literal('verify-backups'),
    backups: count,
    /** Files read and hashed; one that many backups share counts once. */
    files: count,
    /** Files that were damaged or missing, and are whole again. */
    mended: count,
    /** What a backup can no longer give: the newest that needs it, and the path. */
    lost: z.array(z.object({ backup: z.string(), path: z.string() })),
    unreadable: z.array(z.string()),
  }),
  /** A library was made of the backup; `lost` are files that the backup could not give. */
  z.object({ of: z.literal('restore'), lost: z.array(z.string()), findings }),
])

export const backupSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** Absent in a backup of a version that did not count. */
  clippings: count.optional(),
  /** Of all its files; those that backups share are on the disk once. */
  bytes: count,
  /** For which rule it is kept: the newest of each hour of a day, of each day of a week, or of each week. */
  kind: z.enum(['hourly', 'daily', 'weekly']),
  /** Every file was read back as it was written; false once a check found that one is lost. */
  verified: z.boolean(),
})

/** How a backup compares with the library now. */
export const backupPreviewSchema = z.object({
  clippings: z.object({
    /** In the library now, and not in the backup. */
    added: count,
    changed: count,
    /** In the backup, and no longer in the library. */
    removed: count,
  }),
  /** The first 50 that are only in the backup. */
  onlyInBackup: z.array(z.object({ id: clippingIdSchema, title: z.string() })),
})

/** A clipping as a backup has it, where that is not as it is now; the same in several backups is given once. */
export const clippingVersionSchema = z.object({
  /** The newest backup that has it so. */
  backup: z.string(),
  at: instantSchema,
  title: z.string(),
  /** Fields whose values differ from those of now; none where the clipping is gone. */
  fields: z.array(z.string()),
  /** Whether text, dates and what was set aside differ. */
  text: z.enum(['same', 'differs']),
})
