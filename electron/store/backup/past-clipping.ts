import type { Article } from '../../core/model/article.ts'
import type { Clipping, Original } from '../../core/model/clipping.ts'
import type { Collection } from '../../core/model/collection.ts'
import type { Tag } from '../../core/model/tag.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readArticle } from '../articles.ts'
import { type AssetBytes, findAsset } from '../assets.ts'
import type { DurableFiles } from '../durable-files.ts'
import { readOriginal } from '../originals.ts'
import type { StoreFailure } from '../store-failure.ts'
import { readState } from './read-state.ts'

/** A clipping as a backup has it, with everything that giving it back may need: plain data, so that a worker can read it. */
export interface PastClipping {
  readonly clipping: Clipping
  readonly article: Article
  /** The tags and collections that it had. */
  readonly tags: readonly Tag[]
  readonly collections: readonly Collection[]
  /** Originals that the library has no more, with their bytes; those that the backup cannot give are left out. */
  readonly originals: readonly (Original & { readonly bytes: Uint8Array })[]
  /** Pictures of its article that the library has no more, and the backup has. */
  readonly assets: readonly AssetBytes[]
  /** The SHA-256 of all originals that the library has no more. */
  readonly lostOriginals: readonly string[]
}

/** Reads a clipping of the library in a backup. `not-found` where it has none of that id. */
export async function readPastClipping(
  backup: DurableFiles,
  library: DurableFiles,
  id: string,
): Promise<Result<PastClipping, StoreFailure>> {
  const then = await readState(backup)
  if (!then.ok) return then
  const { state } = then.value
  const clipping = state.clippings.get(id)
  if (clipping === undefined) return fail({ code: 'not-found', message: `the backup has no clipping ${id}` })
  const article = await readArticle(backup, clipping)
  if (!article.ok) return article
  const lost = await missingFrom(library, clipping.originals)
  const originals: (Original & { bytes: Uint8Array })[] = []
  for (const original of lost) {
    const bytes = await readOriginal(backup, original.sha256)
    if (bytes.ok) originals.push({ ...original, bytes: bytes.value })
  }
  return ok({
    clipping,
    article: article.value,
    tags: clipping.tags.flatMap(name => state.tags.get(name) ?? []),
    collections: clipping.collections.flatMap(each => state.collections.get(each) ?? []),
    originals,
    assets: await lostAssets(backup, library, clipping),
    lostOriginals: lost.map(({ sha256 }) => sha256),
  })
}

async function lostAssets(
  backup: DurableFiles,
  library: DurableFiles,
  { assets = [] }: Clipping,
): Promise<AssetBytes[]> {
  const lost: AssetBytes[] = []
  for (const { sha256 } of assets) {
    if ((await findAsset(library, sha256)).ok) continue
    const asset = await findAsset(backup, sha256)
    if (asset.ok) lost.push(asset.value)
  }
  return lost
}

async function missingFrom(library: DurableFiles, originals: readonly Original[]): Promise<Original[]> {
  const missing: Original[] = []
  for (const original of originals)
    if (!(await readOriginal(library, original.sha256)).ok) missing.push(original)
  return missing
}
