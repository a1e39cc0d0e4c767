import { clippingFrom, planClip } from '../core/library/clip.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping, Original } from '../core/model/clipping.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import { ok, type Result } from '../core/result.ts'
import type { Library } from './library.ts'
import type { StoreFailure } from './store-failure.ts'

/** Bytes to keep unchanged, as they came. */
export interface SourceBytes {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

export interface Kept {
  readonly clipping: Clipping
  readonly article: Article
}

/** A new clipping of what was extracted, before anything of it is on the disk. */
export const newClipping = (
  extraction: Extraction,
  facts: { id: string; at: string; originals: Original[]; url?: string | undefined },
): Kept => ({
  clipping: { ...clippingFrom(extraction, facts), ...(facts.url === undefined ? {} : { url: facts.url }) },
  article: { id: facts.id, revision: 1, ...extraction.article },
})

/**
 * Keeps a new clipping: its originals first, then its article, then the journal line that names them. When it
 * resolves `ok` the clipping survives a crash; when it fails the library is as it was, with at most files that
 * nothing names.
 */
export async function keepClipping(
  library: Library,
  ports: { clock: Clock; identifiers: Identifiers },
  source: { extraction: Extraction; originals: readonly SourceBytes[]; url?: string | undefined },
  by: 'user' | 'import' = 'user',
): Promise<Result<Kept, StoreFailure>> {
  const now = ports.clock.now()
  const id = ports.identifiers.next(now)
  // Neither needs the other, and each waits for the disk.
  const [originals, article] = await Promise.all([
    keepOriginals(library, source.originals),
    library.keepArticle({ id, revision: 1, ...source.extraction.article }),
  ])
  if (!originals.ok) return originals
  if (!article.ok) return article
  const facts = { id, at: new Date(now).toISOString(), originals: originals.value, url: source.url }
  const draft = newClipping(source.extraction, facts)
  const clipping = { ...draft.clipping, articleRevision: article.value.revision }
  const committed = await library.commit(planClip(library.pending, [clipping]), by)
  return committed.ok ? ok({ clipping, article: article.value }) : committed
}

async function keepOriginals(
  library: Library,
  sources: readonly SourceBytes[],
): Promise<Result<Original[], StoreFailure>> {
  const originals: Original[] = []
  for (const { bytes, mediaType, name } of sources) {
    const original = await library.putOriginal(bytes, mediaType, name)
    if (!original.ok) return original
    originals.push(original.value)
  }
  return ok(originals)
}
