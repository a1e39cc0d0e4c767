import { textOf } from '../core/body/text.ts'
import { applyOutletRules } from '../core/library/apply-outlet-rules.ts'
import { planNewCollections } from '../core/library/import-plan.ts'
import { rulesInOrder } from '../core/library/outlet-rules.ts'
import type { ImportEntry, ImportOptions } from '../core/model/import-ledger.ts'
import { tagNameFrom } from '../core/model/tag.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import type { Marks, NewSource } from '../store/keep-clipping.ts'
import type { Library } from '../store/library.ts'
import type { KnownClippings } from './import-known.ts'
import type { ReadItem } from './read-item.ts'

/** What is to become of an item: kept as `clipping`, or not, because `clipping` is it already. */
export interface Verdict {
  readonly item: ReadItem
  readonly outcome: 'imported' | 'version' | 'link-only' | 'duplicate'
  readonly clipping: string
  /** The clipping of the same address with other words. */
  readonly previous?: string | undefined
  readonly familyId?: string | undefined
}

/** The family of each text that is about to be kept under the id; undefined for one that is like no other. */
export type FindFamilies = (
  texts: readonly { readonly id: string; readonly text: string }[],
) => Promise<readonly (string | undefined)[]>

/**
 * Decides on items in their order, before any of them is kept: those that the library has are duplicates, by their
 * bytes or by address and words; those of a known address with other words are its next version. With
 * `findFamilies`, reprints are told too.
 */
export async function beforeKeeping(
  known: KnownClippings,
  items: readonly ReadItem[],
  nextId: () => string,
  findFamilies?: FindFamilies,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const item of items) {
    const verdict = await verdictOn(known, item, nextId)
    if (verdict.outcome !== 'duplicate') known.add(verdict.clipping, item)
    verdicts.push(verdict)
  }
  if (findFamilies === undefined) return verdicts
  const fresh = verdicts.filter(({ outcome }) => outcome === 'imported' || outcome === 'version')
  const families = await findFamilies(
    fresh.map(({ clipping: id, item }) => ({ id, text: textOf(item.extraction.article.body) })),
  )
  const familyOf = new Map(fresh.map(({ clipping }, place) => [clipping, families[place]]))
  return verdicts.map(verdict => ({ ...verdict, familyId: familyOf.get(verdict.clipping) }))
}

async function verdictOn(known: KnownClippings, item: ReadItem, nextId: () => string): Promise<Verdict> {
  const same = known.sameOriginal(item)
  if (same !== undefined) return { item, outcome: 'duplicate', clipping: same }
  const pages = known.samePage(item)
  const [newest] = pages
  if (newest === undefined)
    return { item, outcome: item.isLink ? 'link-only' : 'imported', clipping: nextId() }
  // An address alone says nothing that a clipping of it does not.
  if (item.isLink) return { item, outcome: 'duplicate', clipping: newest.id }
  for (const page of pages)
    if (!page.isLink && (await known.textDigest(page)) === item.textDigest)
      return { item, outcome: 'duplicate', clipping: page.id }
  return { item, outcome: 'version', clipping: nextId(), previous: newest.id }
}

/** The entry of the ledger. */
export const entryOf = (file: string, { item, outcome, clipping, previous }: Verdict): ImportEntry => ({
  file,
  key: item.key,
  name: item.name,
  outcome,
  clipping,
  ...(previous !== undefined && { previous }),
  title: item.extraction.clipping.title,
})

function marksOf(
  verdict: Verdict,
  tags: readonly string[],
  collections: readonly string[],
  now: string,
): Marks {
  const { item, previous, familyId } = verdict
  const { clippedAt = now, readAt, note, starred, trashed } = item
  return {
    clippedAt,
    tags: [...tags],
    collections: [...collections],
    starred,
    ...(readAt !== undefined && { readAt }),
    ...(note !== undefined && note !== '' && { note }),
    ...(familyId !== undefined && { familyId }),
    ...(previous !== undefined && { previousVersion: previous }),
    ...(trashed && { trashedAt: now }),
  }
}

/**
 * What keeping the items takes: new clippings, as the rules for their outlets would have them, and the collections and
 * tags that the library has not got.
 */
export function planKeeping(
  library: Library,
  { clock, identifiers }: { clock: Clock; identifiers: Identifiers },
  verdicts: readonly Verdict[],
  options: ImportOptions,
) {
  const kept = verdicts.filter(({ outcome }) => outcome !== 'duplicate')
  const at = clock.now()
  const now = new Date(at).toISOString()
  const { ops, idOf } = planNewCollections(
    library.pending,
    kept.flatMap(({ item }) => item.folders),
    () => identifiers.next(at),
    now,
  )
  const chosen = options.collection !== undefined && library.pending.collections.has(options.collection)
  const rules = rulesInOrder(library.pending)
  const sources = kept.map((verdict): NewSource => {
    const { item, clipping } = verdict
    const tags = new Set([...item.tags.flatMap(tag => tagNameFrom(tag) ?? []), ...options.tags])
    const collections = new Set([
      ...item.folders.flatMap(name => idOf(name) ?? []),
      ...(chosen && options.collection !== undefined ? [options.collection] : []),
    ])
    return {
      extraction: applyOutletRules(item.extraction, rules, item.url),
      originals: [item.original],
      url: item.url,
      id: clipping,
      assets: item.assets,
      marks: marksOf(verdict, [...tags], [...collections], now),
    }
  })
  const used = new Set(sources.flatMap(({ marks }) => marks?.tags ?? []))
  const newTags = [...used].filter(tag => !library.pending.tags.has(tag))
  const newCollections = ops.flatMap(op => (op.op === 'put-collection' ? [op.collection.id] : []))
  return { sources, ops, newTags, newCollections }
}
