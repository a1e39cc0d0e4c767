import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema, sha256Schema } from '../core/model/identifiers.ts'
import type { FileSystem } from './file-system.ts'
import { jsonBytes, parseJson } from './json-file.ts'
import { isMissing } from './store-failure.ts'

/** In a folder that was exported, says which files are the export's, and what they were when they were written. */
export const EXPORT_MANIFEST = '.cuttings-export.json'

const isInside = (path: string): boolean =>
  path.split('/').every(level => !/^(?:\.{0,2}|[a-z]:)$|[\\\0]/iu.test(level))

const sumsSchema = z.record(z.string().refine(isInside), sha256Schema)

const manifestSchema = z.object({
  exportVersion: z.literal(1),
  files: sumsSchema,
  /** When it was exported, which is what its contents say; versions before did not keep it. */
  createdAt: instantSchema.optional(),
  /** While an update is being put in place: what its files are; after a crash either is the export's own. */
  pending: sumsSchema.optional(),
})

export type ExportManifest = z.infer<typeof manifestSchema>

export const manifestBytes = (manifest: Omit<ExportManifest, 'exportVersion'>): Uint8Array =>
  jsonBytes({ exportVersion: 1, ...manifest })

/** The manifest of a folder; undefined where there is none that is understood. */
export async function manifestIn(
  fileSystem: FileSystem,
  folder: string,
): Promise<ExportManifest | undefined> {
  try {
    const parsed = parseJson(await fileSystem.read(join(folder, EXPORT_MANIFEST)), manifestSchema)
    return 'value' in parsed ? parsed.value : undefined
  } catch (error) {
    if (isMissing(error) || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}
