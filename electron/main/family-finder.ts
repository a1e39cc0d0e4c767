import { textOf } from '../core/body/text.ts'
import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { FamilyFound } from '../core/similarity/family-index.ts'
import { samePageKey } from '../core/similarity/same-page.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import { ClippingRelations, type Relations } from './clipping-relations.ts'

/** Clippings a message, at most: a text that is asked about meanwhile waits for one message. */
const BATCH = 40
/** Clippings after which the first reading of a large library is written down, so that a restart goes on from there. */
const SAVED_EVERY = 10_000
/** A worker that is lost oftener is lost to this library: reprints are no longer found until it is opened again. */
const MOST_REOPENED = 3

/** A clipping that is about to be kept, under the id that it will have. */
export interface NewText {
  readonly id: string
  readonly extraction: Extraction
  readonly url?: string | undefined
}

/** What a new clipping is to those that the library has: to be kept with it, in the same change. */
export interface Related {
  readonly familyId?: string
  readonly previousVersion?: string
}

/**
 * Finds reprints and earlier versions of what is about to be kept. `pool` has one worker, which holds a sample of every
 * text and keeps it up to the library; while a library is read for the first time, answers come from what was read.
 */
export class FamilyFinder {
  readonly relations: ClippingRelations
  readonly #library: Library
  readonly #pool: WorkPool
  #put: RecordMap<Clipping> = RecordMap.of([])
  /** Ids that were asked about last, and are about to be kept. */
  #expected: ReadonlySet<string> = new Set()
  #isFollowing = false
  #reopened = 0
  #isStopped = false
  #stopListening = () => {}
  #sending: Promise<void> = Promise.resolve()
  #starting: Promise<void> = Promise.resolve()

  readonly #stopHearing: () => void

  constructor(library: Library, pool: WorkPool) {
    this.#library = library
    this.#pool = pool
    this.#stopHearing = pool.onLoss(() => this.#reopen())
    this.relations = new ClippingRelations(library)
  }

  /** Resolves when the worker knows every text of the library, or is known not to. */
  start(): Promise<void> {
    this.#starting = this.#start()
    return this.#starting
  }

  /** The worker is lost, and with it what it knew: a new one reads the file and what came since, though not for ever. */
  #reopen(): void {
    this.#stopListening()
    this.#isFollowing = false
    if (this.#isStopped || this.#reopened === MOST_REOPENED) return
    this.#reopened += 1
    this.#starting = Promise.all([this.#starting, this.#sending]).then(() => this.#start())
  }

  /** Writes down what is known and lets go of it; the library's folder may be moved after it. */
  async stop(): Promise<void> {
    this.#stopHearing()
    this.#stopListening()
    // What is still being read of a large library is read on the next time; what changed is sent to the end.
    if (!this.#isFollowing) this.#isStopped = true
    await this.#starting
    await this.#sending
    this.#isStopped = true
    if (this.#isFollowing) await this.#save(this.#library.version)
    await this.#pool.run('family-close', {})
  }

  /**
   * What each new clipping is to those of the library and to those before it in the list, in order. A clipping of a
   * page that the library has, whose words or title are others, is a new version of the last one of that page.
   */
  async relate(texts: readonly NewText[]): Promise<Related[]> {
    const asked = texts.map(({ id, extraction }) => ({ id, text: textOf(extraction.article.body) }))
    const [families, versions] = [await this.find(asked), await this.#previousVersions(texts)]
    return texts.map((_, place): Related => {
      const found = families[place]
      const previousVersion = versions[place]
      return {
        ...(found !== undefined && { familyId: found.family }),
        ...(previousVersion !== undefined && { previousVersion }),
      }
    })
  }

  /**
   * The family of each text that is about to be kept under the id, also of texts before it in the list or in an
   * earlier call, in order; undefined for one that is like no other.
   */
  async find(texts: readonly { id: string; text: string }[]): Promise<readonly (FamilyFound | undefined)[]> {
    const { directory: library, pending } = this.#library
    // What was asked about before and was not kept, because its import was cancelled or the disk was full.
    const removed = [...this.#expected].filter(id => !pending.clippings.has(id))
    this.#expected = new Set(texts.map(({ id }) => id))
    if (removed.length > 0) await this.#pool.run('family-put', { library, clippings: [], removed })
    const found = await this.#pool.run('family-find', { texts: [...texts] })
    return found.ok ? found.value : []
  }

  /** How like the other clippings are, from 0 to 1; undefined where that is not known. */
  async likeness(id: string, others: readonly string[]): Promise<readonly (number | undefined)[]> {
    const compared = await this.#pool.run('family-compare', { id, others: [...others] })
    return compared.ok ? compared.value : []
  }

  async #previousVersions(texts: readonly NewText[]): Promise<(string | undefined)[]> {
    const versions: (string | undefined)[] = []
    const before = new Map<string, NewText>()
    for (const text of texts) {
      const page = pageOf(text)
      const earlier = page === undefined ? undefined : before.get(page)
      if (page !== undefined) before.set(page, text)
      if (earlier !== undefined) versions.push(wordsOf(earlier) === wordsOf(text) ? undefined : earlier.id)
      else versions.push(page === undefined ? undefined : await this.#earlierVersion(page, text))
    }
    return versions
  }

  async #earlierVersion(page: string, text: NewText): Promise<string | undefined> {
    const { byPage } = await this.relations.upToDate()
    const { clippings } = this.#library.state
    const known = [...byPage.of(page)].flatMap(id => clippings.get(id) ?? [])
    const last = known
      .filter(({ trashedAt }) => trashedAt === undefined)
      .sort(byClipping)
      .at(-1)
    if (last === undefined) return undefined
    const article = await this.#library.readArticle(last)
    if (!article.ok) return undefined
    const words = `${last.title}\n${textOf(article.value.body)}`
    return words === wordsOf(text) ? undefined : last.id
  }

  async #start(): Promise<void> {
    if (this.#isStopped) return
    const library = this.#library.directory
    const opened = await this.#pool.run('family-open', { library })
    if (!opened.ok) return
    const { state, version } = this.#library
    const { seq } = opened.value
    const missing =
      seq === undefined || seq > version ? undefined : await this.#pool.run('changed-since', { library, seq })
    const ids = missing?.ok === true ? missing.value : undefined
    const after = RecordMap.from(state.clippings)
    if (!(await this.#sendAll(state, ids ?? state.clippings.keys()))) return
    this.#put = after
    if (ids === undefined || ids.length > 0) await this.#save(version)
    if (this.#isStopped) return
    this.#isFollowing = true
    this.#stopListening = this.#library.onChange(() => this.#follow())
    this.#follow()
    await this.#sending
  }

  #follow(): void {
    this.#sending = this.#sending.then(async () => {
      const { state } = this.#library
      const after = RecordMap.from(state.clippings)
      const changed = after.changesSince(this.#put)
      if (!this.#isFollowing || changed.size === 0) return
      this.#put = after
      this.#isFollowing = await this.#sendAll(state, changed.keys())
    })
  }

  async #sendAll(state: LibraryState, ids: Iterable<string>): Promise<boolean> {
    let batch: string[] = []
    let sent = 0
    for (const id of ids) {
      batch.push(id)
      if (batch.length < BATCH) continue
      if (!(await this.#send(state, batch))) return false
      sent += batch.length
      batch = []
      if (sent % SAVED_EVERY === 0) await this.#save(undefined)
    }
    return this.#send(state, batch)
  }

  async #send(state: LibraryState, ids: readonly string[]): Promise<boolean> {
    if (this.#isStopped) return false
    const clippings = ids.flatMap(id => {
      const clipping = state.clippings.get(id)
      if (clipping === undefined) return []
      return [{ id, revision: clipping.articleRevision, family: familyOf(clipping) }]
    })
    const removed = ids.filter(id => !state.clippings.has(id))
    const sent = await this.#pool.run('family-put', { library: this.#library.directory, clippings, removed })
    return sent.ok && sent.value
  }

  async #save(seq: number | undefined): Promise<void> {
    await this.#pool.run('family-save', { library: this.#library.directory, seq })
  }
}

/** A clipping that names no family is one of its own. */
const familyOf = ({ id, familyId }: Pick<Clipping, 'id' | 'familyId'>): string => familyId ?? id

/** Ids of all that are of the clipping's family, itself among them. */
export function familyMembers({ byFamily }: Relations, clipping: Clipping): string[] {
  const family = familyOf(clipping)
  return [...new Set([family, ...byFamily.of(family), clipping.id])]
}

const pageOf = ({ url, extraction }: NewText): string | undefined => {
  const address = url ?? extraction.clipping.url
  return address === undefined ? undefined : samePageKey(address)
}

const wordsOf = ({ extraction: { clipping, article } }: NewText): string =>
  `${clipping.title}\n${textOf(article.body)}`

const byClipping = (a: Clipping, b: Clipping): number =>
  a.clippedAt === b.clippedAt ? (a.id < b.id ? -1 : 1) : a.clippedAt < b.clippedAt ? -1 : 1
