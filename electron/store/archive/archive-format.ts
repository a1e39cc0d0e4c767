import { z } from 'zod'
import { instantSchema } from '../../core/model/identifiers.ts'

/** Says what the archive is; beside the library's own files and the checksums it has nothing else. */
export const ARCHIVE_FILE = 'cuttings-archive.json'

/** In the format of `sha256sum`, so that the archive can be checked without this product. */
export const SUMS_FILE = 'SHA256SUMS'

export const archiveSchema = z.object({
  archiveFormat: z.literal(1),
  takenAt: instantSchema,
  createdAt: instantSchema,
  /** The last change in it. */
  seq: z.number().int().nonnegative(),
  fileCount: z.number().int().nonnegative(),
  byteLength: z.number().int().nonnegative(),
})

export type ArchiveFacts = z.infer<typeof archiveSchema>

export const sumLine = (path: string, sha256: string): string => `${sha256}  ${path}\n`

/** The SHA-256 of each path; undefined where a line is not one. */
export function parseSums(text: string): Map<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sha256 === undefined || path === undefined) return undefined
    sums.set(path, sha256)
  }
  return sums
}
