import { fail, ok, type Result } from '../core/result.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { openZip } from './zip-entries.ts'

export interface Format {
  readonly name: string
  /**
   * Whether a file is of this format, by its first {@link HEAD} bytes before its name. `inside` has the paths in a
   * ZIP archive, and is empty for everything else.
   */
  readonly recognises: (head: Uint8Array, fileName: string, inside: readonly string[]) => boolean
  readonly read: FormatReader
}

const HEAD = 64 * 1024

/** One line a format, the special before the general: the first that recognises a file reads it. */
export const FORMATS: readonly Format[] = []

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0) < 9

/** The format of a file, by its content first and its extension second. */
export async function recognise(file: ImportFile): Promise<Result<Format, 'empty' | 'not-recognised'>> {
  if (file.size === 0) return fail('empty')
  const head = await file.slice(0, HEAD)
  const zip = isZip(head) ? await openZip(file) : undefined
  const inside = zip?.ok === true ? zip.value.entries.map(({ path }) => path) : []
  const format = FORMATS.find(({ recognises }) => recognises(head, file.name, inside))
  return format === undefined ? fail('not-recognised') : ok(format)
}
