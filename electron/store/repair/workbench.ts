import type { Identifiers } from '../../core/ports.ts'
import type { DurableFiles } from '../durable-files.ts'
import { orThrow } from '../store-failure.ts'

/** Something that a repair did. `what` is a path. */
export interface Mended {
  readonly kind:
    | 'journal-lines-restored'
    | 'journal-end-cut'
    | 'snapshot-rebuilt'
    | 'snapshot-salvaged'
    | 'article-restored'
    | 'original-restored'
    | 'asset-restored'
  readonly what: string
  /** Changes, clippings or bytes, whichever the kind counts. */
  readonly count?: number
}

/** What the steps of a repair share. */
export interface Workbench {
  readonly files: DurableFiles
  readonly identifiers: Identifiers
  /** Libraries in backups, newest first: what they hold may stand in for what is lost. */
  readonly spares: readonly DurableFiles[]
  /** The folder that keeps what was replaced, relative to the library. */
  readonly aside: string
  readonly mended: Mended[]
}

/** Puts new bytes in the place of a file, whose old bytes are kept aside first. */
export async function replaceKeeping(bench: Workbench, path: string, bytes: Uint8Array): Promise<void> {
  const old = await bench.files.read(path)
  if (old.ok && old.value !== undefined)
    orThrow(await bench.files.replace(`${bench.aside}/${path}`, old.value))
  orThrow(await bench.files.replace(path, bytes))
}

/** The first of the spares' files of that path that is what it should be. */
export async function spareOf(
  { spares }: Workbench,
  path: string,
  isRight: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array | undefined> {
  for (const spare of spares) {
    const bytes = await spare.read(path)
    if (bytes.ok && bytes.value !== undefined && isRight(bytes.value)) return bytes.value
  }
  return undefined
}
