import { planRestoreVersion } from '../../core/library/restore-version.ts'
import type { Article } from '../../core/model/article.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import type { Clock } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type DurableFiles, durableFiles } from '../durable-files.ts'
import { nodeFileSystem } from '../file-system.ts'
import type { Committed, Library } from '../library.ts'
import { damaged, type StoreFailure } from '../store-failure.ts'
import type { NamedBackup } from './backup-folder.ts'
import { filesOfBackup } from './files-of-backup.ts'
import { type PastClipping, readPastClipping } from './past-clipping.ts'

/** What restoring one clipping from a backup would change. */
export interface ClippingPreview {
  readonly past: Clipping
  /** Undefined where the library has no such clipping any more. */
  readonly present: Clipping | undefined
  /** The fields whose values differ; none where the clipping is gone. */
  readonly fields: readonly string[]
  /** Whether the text, its dates and what was set aside are as they were. */
  readonly article: 'same' | 'differs'
  /** Originals of then that the library cannot give any more. */
  readonly lostOriginals: readonly string[]
}

/** Nothing is written. `not-found` where the backup has no such clipping. */
export async function previewClipping(
  store: DurableFiles,
  { backup }: NamedBackup,
  library: Library,
  id: string,
): Promise<Result<ClippingPreview, StoreFailure>> {
  const past = await readPastClipping(filesOfBackup(store, backup), onDisk(library), id)
  return past.ok ? ok(await comparePast(past.value, library)) : past
}

/** {@link restorePast} of a clipping in a backup. */
export async function restoreClipping(
  store: DurableFiles,
  { backup }: NamedBackup,
  library: Library,
  id: string,
  clock: Clock,
): Promise<Result<Committed | undefined, StoreFailure>> {
  const past = await readPastClipping(filesOfBackup(store, backup), onDisk(library), id)
  return past.ok ? restorePast(past.value, library, clock) : past
}

const onDisk = (library: Library): DurableFiles => durableFiles(nodeFileSystem, library.directory)

/**
 * Gives a clipping back its fields, text and originals of then, as one change that can be undone; undefined
 * where nothing differs. Tags and collections of then that are gone come back with it. A text that differs is
 * written as a new revision: the present one stays. Fails with `library-damaged` where an original is lost in the
 * backup too.
 */
export async function restorePast(
  past: PastClipping,
  library: Library,
  clock: Clock,
): Promise<Result<Committed | undefined, StoreFailure>> {
  if (past.originals.length < past.lostOriginals.length)
    return fail(damaged('the backup cannot give an original of the clipping any more'))
  for (const { bytes, mediaType, name } of past.originals) {
    const kept = await library.putOriginal(bytes, mediaType, name)
    if (!kept.ok) return kept
  }
  const pictures = await library.putAssets(past.assets)
  if (!pictures.ok) return pictures
  const { present, article, fields } = await comparePast(past, library)
  const unchanged = present !== undefined && article === 'same'
  if (unchanged && fields.length === 0) return ok(undefined)
  const kept = unchanged ? ok({ revision: present.articleRevision }) : await library.keepArticle(past.article)
  if (!kept.ok) return kept
  const at = new Date(clock.now()).toISOString()
  return library.commit(planRestoreVersion(library.pending, past, kept.value.revision, at))
}

/** How a clipping of a backup differs from the library's. */
async function comparePast(
  { clipping: past, article, lostOriginals }: PastClipping,
  library: Library,
): Promise<ClippingPreview> {
  const present = library.state.clippings.get(past.id)
  const text = present === undefined ? undefined : await library.readArticle(present)
  return {
    past,
    present,
    fields: present === undefined ? [] : differingFields(past, present),
    article: text?.ok === true && sameArticle(text.value, article) ? 'same' : 'differs',
    lostOriginals,
  }
}

export const sameArticle = (a: Article, b: Article): boolean =>
  JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 })

/** Which revision, when it was changed, and what follows from the text, which is compared itself. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['articleRevision', 'updatedAt', 'happened'])

/** Which revision and when it was changed last say nothing that a person would want back. */
export function differingFields(past: Clipping, present: Clipping): string[] {
  const values = (clipping: Clipping) => new Map(Object.entries(clipping))
  const [a, b] = [values(past), values(present)]
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    field => !NOT_COMPARED.has(field) && JSON.stringify(a.get(field)) !== JSON.stringify(b.get(field)),
  )
}
