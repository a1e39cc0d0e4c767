import { clippingFrom, planClip } from '../core/library/clip.ts'
import type { Article } from '../core/model/article.ts'
import type { Asset } from '../core/model/asset.ts'
import type { Clipping, Original } from '../core/model/clipping.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { ChangeLabel, Operation } from '../core/model/library-change.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import { ok, type Result } from '../core/result.ts'
import type { AssetBytes } from './assets.ts'
import type { Library } from './library.ts'
import type { SourceBytes } from './originals.ts'
import type { StoreFailure } from './store-failure.ts'

export interface Kept {
  readonly clipping: Clipping
  readonly article: Article
}

/** A new clipping of what was extracted, before anything of it is on the disk. */
export const newClipping = (
  extraction: Extraction,
  facts: {
    id: string
    at: string
    originals: Original[]
    assets?: Asset[]
    url?: string | undefined
    marks?: Marks | undefined
  },
): Kept => ({
  clipping: {
    ...clippingFrom(extraction, facts),
    ...(facts.url === undefined ? {} : { url: facts.url }),
    ...(facts.assets === undefined || facts.assets.length === 0 ? {} : { assets: facts.assets }),
    ...facts.marks,
  },
  article: { id: facts.id, revision: 1, ...extraction.article },
})

/** What a clipping may bring along from where it was kept before. */
export type Marks = Partial<
  Pick<
    Clipping,
    | 'clippedAt'
    | 'tags'
    | 'collections'
    | 'starred'
    | 'readAt'
    | 'note'
    | 'trashedAt'
    | 'familyId'
    | 'previousVersion'
  >
>

/** What a new clipping is made of. */
export interface NewSource {
  readonly extraction: Extraction
  readonly originals: readonly SourceBytes[]
  readonly url?: string | undefined
  /** Where something has to name the clipping before it is there; else it gets a new one. */
  readonly id?: string | undefined
  /** The pictures that its body names. */
  readonly assets?: readonly AssetBytes[] | undefined
  readonly marks?: Marks | undefined
}

/** What is said of a change, and done in it, beside keeping the clippings. */
interface Beside {
  readonly label?: ChangeLabel
  /** Carried out before the clippings are put: as collections and tags that they have. */
  readonly ops?: readonly Operation[]
}

interface Ports {
  readonly clock: Clock
  readonly identifiers: Identifiers
}

/**
 * Keeps a new clipping: its originals and its article, then the journal line that names them. When it resolves `ok`
 * the clipping survives a crash; when it fails the library is as it was, with at most files that nothing names.
 */
export async function keepClipping(
  library: Library,
  ports: Ports,
  source: NewSource,
  by: 'user' | 'import' = 'user',
): Promise<Result<Kept, StoreFailure>> {
  const kept = await keepClippings(library, ports, [source], by)
  return kept.ok ? ok(kept.value[0]) : kept
}

/**
 * Keeps new clippings as one change, in their order: all of them or none. Many at once are several times quicker than
 * one after the other, because they wait for the disk together. Bytes that several of them share are kept once.
 */
export async function keepClippings(
  library: Library,
  ports: Ports,
  sources: readonly [NewSource, ...NewSource[]],
  by: 'user' | 'import' = 'user',
  beside: Beside = {},
): Promise<Result<[Kept, ...Kept[]], StoreFailure>> {
  const now = ports.clock.now()
  const drafts = mapFilled(sources, source => ({ source, id: source.id ?? ports.identifiers.next(now) }))
  const bytes = [...new Set(sources.flatMap(({ originals }) => originals))]
  const pictures = [...new Set(sources.flatMap(({ assets = [] }) => assets))]
  // None needs another, and each waits for the disk.
  const [originals, assets, articles] = await Promise.all([
    library.putOriginals(bytes),
    library.putAssets(pictures),
    library.keepFirstArticles(
      drafts.map(({ id, source }) => ({ id, revision: 1, ...source.extraction.article })),
    ),
  ])
  if (!originals.ok) return originals
  if (!assets.ok) return assets
  if (!articles.ok) return articles
  const originalOf = new Map(originals.value.map((original, index) => [bytes[index], original]))
  const assetOf = new Map(assets.value.map((asset, index) => [pictures[index], asset]))
  const articleOf = new Map(articles.value.map(article => [article.id, article]))
  const { label: asked, ops = [] } = beside
  const isThere = new Set([
    ...library.pending.collections.keys(),
    ...ops.flatMap(op => (op.op === 'put-collection' ? [op.collection.id] : [])),
  ])
  const kept = mapFilled(drafts, ({ id, source }): Kept => {
    const draft = newClipping(source.extraction, {
      id,
      at: new Date(now).toISOString(),
      originals: source.originals.flatMap(each => originalOf.get(each) ?? []),
      assets: (source.assets ?? []).flatMap(each => assetOf.get(each) ?? []),
      url: source.url,
      marks: source.marks,
    })
    const article = articleOf.get(id) ?? draft.article
    // One that was deleted while the files were written takes nothing in any more.
    const collections = draft.clipping.collections.filter(collection => isThere.has(collection))
    const highlights = article.highlights?.length
    return {
      clipping: {
        ...draft.clipping,
        collections,
        articleRevision: article.revision,
        ...(highlights && { highlights }),
      },
      article,
    }
  })
  const change = planClip(
    library.pending,
    mapFilled(kept, ({ clipping }) => clipping),
  )
  const madeBefore = new Set(ops.flatMap(op => (op.op === 'put-tag' ? [op.tag.name] : [])))
  const rest = change.ops.filter(op => op.op !== 'put-tag' || !madeBefore.has(op.tag.name))
  const committed = await library.commit({ label: asked ?? change.label, ops: [...ops, ...rest] }, by)
  return committed.ok ? ok(kept) : committed
}

/** What is made of a list that has a first is a list that has a first. */
function mapFilled<T, U>([first, ...rest]: readonly [T, ...T[]], make: (item: T) => U): [U, ...U[]] {
  return [make(first), ...rest.map(make)]
}
