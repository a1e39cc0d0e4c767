import { type Change, putClipping } from '../../core/library/change.ts'
import type { LibraryState } from '../../core/library/state.ts'
import type { Article } from '../../core/model/article.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import type { Operation } from '../../core/model/library-change.ts'
import type { Clock } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readArticle } from '../articles.ts'
import type { DurableFiles } from '../durable-files.ts'
import type { Committed, Library } from '../library.ts'
import { readOriginal } from '../originals.ts'
import type { StoreFailure } from '../store-failure.ts'
import type { NamedBackup } from './backup-folder.ts'
import { filesOfBackup } from './files-of-backup.ts'
import { readState } from './read-state.ts'

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

interface Found {
  readonly preview: ClippingPreview
  readonly files: DurableFiles
  readonly state: LibraryState
  readonly article: Article
}

/** Nothing is written. `not-found` where the backup has no such clipping. */
export async function previewClipping(
  store: DurableFiles,
  { backup }: NamedBackup,
  library: Library,
  id: string,
): Promise<Result<ClippingPreview, StoreFailure>> {
  const found = await find(filesOfBackup(store, backup), library, id)
  return found.ok ? ok(found.value.preview) : found
}

/**
 * Gives a clipping back its fields, text and originals of then, as one change that can be undone; undefined
 * where nothing differs. Tags and collections of then that are gone come back with it. A text that differs is
 * written as a new revision: the present one stays.
 */
export async function restoreClipping(
  store: DurableFiles,
  { backup }: NamedBackup,
  library: Library,
  id: string,
  clock: Clock,
): Promise<Result<Committed | undefined, StoreFailure>> {
  const found = await find(filesOfBackup(store, backup), library, id)
  if (!found.ok) return found
  const { preview, files, state, article } = found.value
  const { past, present } = preview
  for (const { sha256, mediaType, name } of past.originals) {
    if (!preview.lostOriginals.includes(sha256)) continue
    const bytes = await readOriginal(files, sha256)
    if (!bytes.ok) return bytes
    const kept = await library.putOriginal(bytes.value, mediaType, name)
    if (!kept.ok) return kept
  }
  const unchanged = present !== undefined && preview.article === 'same'
  if (unchanged && preview.fields.length === 0) return ok(undefined)
  const kept = unchanged ? ok({ revision: present.articleRevision }) : await library.keepArticle(article)
  if (!kept.ok) return kept
  const at = new Date(clock.now()).toISOString()
  return library.commit(planRestore(library.pending, state, past, kept.value.revision, at))
}

async function find(files: DurableFiles, library: Library, id: string): Promise<Result<Found, StoreFailure>> {
  const then = await readState(files)
  if (!then.ok) return then
  const { state } = then.value
  const past = state.clippings.get(id)
  if (past === undefined) return fail({ code: 'not-found', message: `the backup has no clipping ${id}` })
  const article = await readArticle(files, past)
  if (!article.ok) return article
  const present = library.state.clippings.get(id)
  const text = present === undefined ? undefined : await library.readArticle(present)
  const lostOriginals: string[] = []
  for (const { sha256 } of past.originals)
    if (!(await library.readOriginal(sha256)).ok) lostOriginals.push(sha256)
  const same = text?.ok === true && sameArticle(text.value, article.value)
  const preview: ClippingPreview = {
    past,
    present,
    fields: present === undefined ? [] : differingFields(past, present),
    article: same ? 'same' : 'differs',
    lostOriginals,
  }
  return ok({ preview, files, state, article: article.value })
}

const sameArticle = (a: Article, b: Article): boolean =>
  JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 })

/** Which revision and when it was changed last say nothing that a person would want back. */
function differingFields(past: Clipping, present: Clipping): string[] {
  const values = (clipping: Clipping) => new Map(Object.entries(clipping))
  const [a, b] = [values(past), values(present)]
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    field =>
      field !== 'articleRevision' &&
      field !== 'updatedAt' &&
      JSON.stringify(a.get(field)) !== JSON.stringify(b.get(field)),
  )
}

/** Puts the clipping of a backup into the state of the library; a collection whose name another has taken becomes that one. */
function planRestore(
  state: LibraryState,
  pastState: LibraryState,
  past: Clipping,
  articleRevision: number,
  at: string,
): Change {
  const ops: Operation[] = []
  for (const name of past.tags) {
    const tag = pastState.tags.get(name)
    if (tag !== undefined && !state.tags.has(name)) ops.push({ op: 'put-tag', tag })
  }
  const collections: string[] = []
  for (const id of past.collections) {
    const collection = pastState.collections.get(id)
    const namesake = [...state.collections.values()].find(
      ({ name }) => name.toLowerCase() === collection?.name.toLowerCase(),
    )
    if (state.collections.has(id)) collections.push(id)
    else if (namesake !== undefined) collections.push(namesake.id)
    else if (collection !== undefined) {
      ops.push({ op: 'put-collection', collection })
      collections.push(id)
    }
  }
  const clipping = { ...past, collections: [...new Set(collections)], articleRevision, updatedAt: at }
  const kind = state.clippings.has(past.id) ? 'edit' : 'clip'
  return { label: { kind, count: 1, name: past.title }, ops: [...ops, putClipping(clipping)] }
}
