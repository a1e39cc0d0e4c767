import type { Clipping } from '../core/model/clipping.ts'
import type { Filter, Row } from '../core/model/listing.ts'
import { ok, type Result } from '../core/result.ts'
import { foldedFields, wordsOf } from '../core/search/fold.ts'
import { type ClippingList, listClippings } from '../core/timeline/list-clippings.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import { localDay } from '../store/local-day.ts'
import type { WorkPool } from '../work/pool.ts'
import type { FullTextSearch } from './full-text-search.ts'

/** How many lists are remembered: the one on show, those just left, and the one being typed. */
const MOST_REMEMBERED = 8

/** Bodies that are read for a query while there is no index; of a larger library only the fields are. */
const MOST_SCANNED = 5_000

/** A list as it stood at one version of the library. */
export interface Listed extends ClippingList {
  readonly version: number
}

/** The lists that the window shows, each worked out once for a version of the library. */
export class Listings {
  readonly #library: Library
  readonly #pool: WorkPool
  readonly #fullText: FullTextSearch
  /** The most recently used last. */
  readonly #remembered = new Map<string, Promise<Result<Listed, Failure>>>()
  /** Fields of a clipping as they are compared; a changed clipping is another object. */
  readonly #folded = new WeakMap<Clipping, string>()

  constructor(library: Library, pool: WorkPool, fullText: FullTextSearch) {
    this.#library = library
    this.#pool = pool
    this.#fullText = fullText
  }

  get(filter: Filter): Promise<Result<Listed, Failure>> {
    const key = `${this.#library.version} ${JSON.stringify(filter)}`
    const listed = this.#remembered.get(key) ?? this.#list(filter)
    this.#remembered.delete(key)
    this.#remembered.set(key, listed)
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= MOST_REMEMBERED) break
      this.#remembered.delete(oldest)
    }
    return listed
  }

  /** Works every list out anew when it is next asked for. */
  forget(): void {
    this.#remembered.clear()
  }

  /** Rows of a list; ids of clippings that are gone since are passed over. */
  rows(ids: readonly string[]): Row[] {
    return ids.flatMap(id => {
      const clipping = this.#library.state.clippings.get(id)
      return clipping === undefined ? [] : [rowOf(clipping)]
    })
  }

  async #list(filter: Filter): Promise<Result<Listed, Failure>> {
    const { version, state } = this.#library
    const words = wordsOf(filter.query)
    if (words.length === 0) return ok({ version, ...listClippings(state, filter, localDay) })
    const indexed = await this.#fullText.find(filter.query)
    if (indexed !== undefined) {
      return ok({ version, ...listClippings(state, filter, localDay, ({ id }) => indexed.has(id)) })
    }
    const isSmall = state.clippings.size <= MOST_SCANNED
    const articles = (isSmall ? [...state.clippings.values()] : []).map(({ id, articleRevision }) => ({
      id,
      revision: articleRevision,
    }))
    const library = this.#library.directory
    const bodies = await this.#pool.run('find-in-bodies', { library, words, articles })
    // Bodies that cannot be searched now leave the fields, which are in memory.
    const found = bodies.ok ? bodies.value.map(ids => new Set(ids)) : []
    const matches = (clipping: Clipping): boolean =>
      words.every(
        (word, index) => this.#fieldsOf(clipping).includes(word) || found[index]?.has(clipping.id) === true,
      )
    return ok({ version, ...listClippings(state, filter, localDay, matches) })
  }

  #fieldsOf(clipping: Clipping): string {
    const known = this.#folded.get(clipping)
    if (known !== undefined) return known
    const folded = foldedFields(clipping)
    this.#folded.set(clipping, folded)
    return folded
  }
}

const rowOf = ({
  id,
  title,
  bylines,
  source,
  published,
  clippedAt,
  tags,
  collections,
  starred,
  readAt,
  trashedAt,
  excerpt,
  language,
}: Clipping): Row => ({
  id,
  title,
  bylines,
  source,
  published,
  clippedAt,
  tags,
  collections,
  starred,
  readAt,
  trashedAt,
  excerpt,
  language,
})
