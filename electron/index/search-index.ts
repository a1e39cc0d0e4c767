import type { Result } from '../core/result.ts'
import type { SearchDocument } from '../core/search/document.ts'
import type { Query } from '../core/search/query.ts'
import type { Snippet } from '../core/search/snippet.ts'
import type { Facets } from './facets.ts'
import type { Order } from './ordering.ts'

/** Why the index does not answer. Whatever the reason, a scan does; `absent`, `outdated` and `damaged` ask for a rebuild. */
export interface IndexFailure {
  readonly code:
    | 'absent'
    | 'outdated'
    | 'damaged'
    /** Another process has it open. */
    | 'busy'
    /** The disk refused, or the machine has no program for SQLite. */
    | 'unavailable'
  readonly message: string
}

export interface FindOptions {
  /** The best first; without it in no order. */
  readonly byRelevance?: boolean
}

export interface SearchOptions {
  readonly order: Order
  readonly offset: number
  readonly limit: number
  readonly facets: boolean
  /** The body of a clipping, for its snippet; without it there are no snippets. */
  readonly textOf?: (id: string) => string | undefined
}

export interface SearchResult {
  readonly total: number
  /** The clippings from `offset` on, `limit` at most. */
  readonly ids: readonly string[]
  /** For each id of which the text is known. */
  readonly snippets: ReadonlyMap<string, Snippet>
  readonly facets: Facets | undefined
}

/**
 * The full-text index of one library: derived, and disposable. Every call is synchronous and belongs on a worker
 * thread.
 */
export interface SearchIndex {
  /** The last change of the library that the index has; undefined until the first build is complete. */
  readonly seq: number | undefined
  /** How many clippings it has. */
  readonly size: number
  /**
   * Adds clippings or puts them in place of what was known of them: all of them or, on failure, none. While the index
   * is being built, a failure is the end of it. The first `seq` ends the build, which takes some seconds in a large
   * library.
   */
  put(documents: readonly SearchDocument[], seq?: number): Result<void, IndexFailure>
  /** Forgets clippings; ids that it does not have are no failure. */
  remove(ids: readonly string[], seq?: number): Result<void, IndexFailure>
  /** A collection's new name; its clippings need not be put again. */
  nameCollection(id: string, name: string): Result<void, IndexFailure>
  /**
   * All clippings that the query finds, as numbers that {@link idOf} knows: for a caller that has an order of its own,
   * or pages through all of them.
   */
  find(query: Query, options?: FindOptions): Result<Int32Array<ArrayBuffer>, IndexFailure>
  /**
   * The clipping of a number that was found; undefined where a damaged file gave it, or the clipping is gone since. As
   * long as none is removed, a number stays the same clipping's.
   */
  idOf(number: number): string | undefined
  /**
   * Reads a piece of what the index holds in memory; true where there is more to read. What asks before the last
   * piece waits for all that is left.
   */
  warm(): boolean
  search(query: Query, options: SearchOptions): Result<SearchResult, IndexFailure>
  close(): void
}
