import { pathNames } from '../core/library/collection-tree.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { SearchDocument } from '../core/search/document.ts'
import { matchesByFields } from '../core/search/matches-query.ts'
import { parseQuery } from '../core/search/parse-query.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import { searchDocument } from '../work/search-document.ts'
import { inSlices } from './in-slices.ts'
import { RecentlyUsed } from './recently-used.ts'

/** Clippings that go to the worker at once: what their articles take to read is what a search waits that was typed meanwhile. */
const PIECE = 100
/** The query on show and those just typed. */
const MOST_REMEMBERED = 4

export interface ScanOptions {
  readonly today: string
  /** Articles are read for so many milliseconds, the newest clippings first; without it, all. */
  readonly budget: number | undefined
}

type Ids = readonly string[] | 'cancelled'

/**
 * Answers a query by looking at everything, where the index does not: what is in memory in slices, and where that does
 * not decide, the articles, which a worker reads. What it finds is what the index will find, unless a budget ends it.
 */
export class LibraryScan {
  readonly #library: Pick<Library, 'state' | 'version' | 'directory'>
  readonly #pool: WorkPool
  readonly #found = new RecentlyUsed<Ids>(MOST_REMEMBERED)
  readonly #running = new Map<string, AbortController>()
  /** What was worked out of each clipping's fields, for as long as searches scan. */
  #documents = new WeakMap<Clipping, SearchDocument>()

  constructor(library: Pick<Library, 'state' | 'version' | 'directory'>, pool: WorkPool) {
    this.#library = library
    this.#pool = pool
  }

  /** Ids of what the query finds, the clippings clipped last first. What cannot be read of it finds nothing. */
  find(query: string, options: ScanOptions): Promise<Ids> {
    return this.#found.get(
      JSON.stringify([this.#library.version, options, query]),
      () => this.#scan(query, options),
      found => found !== 'cancelled',
    )
  }

  /** Ends the scans for the query. */
  cancel(query: string): void {
    this.#running.get(query)?.abort()
  }

  /** Lets go of what was remembered. */
  forget(): void {
    this.#found.clear()
    this.#documents = new WeakMap()
  }

  async #scan(text: string, { today, budget }: ScanOptions): Promise<Ids> {
    const parsed = parseQuery(text, { today, typing: true })
    if (!parsed.ok) return []
    const { query } = parsed.value
    this.cancel(text)
    const stopping = new AbortController()
    const { signal } = stopping
    this.#running.set(text, stopping)
    const { clippings, collections } = this.#library.state
    const names = pathNames(collections)
    const found: Clipping[] = []
    const undecided: Clipping[] = []
    const scan = function* (this: LibraryScan): Generator<void> {
      for (const clipping of clippings.values()) {
        if (signal.aborted) return
        const holds = matchesByFields(query, this.#documentOf(clipping, names))
        if (holds !== false) (holds === undefined ? undecided : found).push(clipping)
        yield
      }
      yield
    }
    await inSlices(scan.call(this))
    undecided.sort(lastClippedFirst)
    const end = budget === undefined ? Number.POSITIVE_INFINITY : performance.now() + budget
    for (let from = 0; from < undecided.length && performance.now() < end; from += PIECE) {
      if (signal.aborted) break
      const piece = undecided.slice(from, from + PIECE)
      const input = { library: this.#library.directory, query: text, today, clippings: piece }
      const read = await this.#pool.run('find-in-bodies', {
        ...input,
        collections: Array.from(names, ([id, name]) => ({ id, name })),
      })
      // Articles that cannot be read now leave what the fields say.
      if (!read.ok) break
      const ids = new Set(read.value)
      for (const clipping of piece) if (ids.has(clipping.id)) found.push(clipping)
    }
    if (this.#running.get(text) === stopping) this.#running.delete(text)
    return signal.aborted ? 'cancelled' : found.sort(lastClippedFirst).map(({ id }) => id)
  }

  #documentOf(clipping: Clipping, names: ReadonlyMap<string, string>): SearchDocument {
    const known = this.#documents.get(clipping)
    if (known !== undefined) return known
    const document = searchDocument(clipping, undefined, names)
    // What it says of the collections changes without the clipping.
    if (clipping.collections.length === 0) this.#documents.set(clipping, document)
    return document
  }
}

const lastClippedFirst = (a: Clipping, b: Clipping): number =>
  a.clippedAt === b.clippedAt ? 0 : a.clippedAt < b.clippedAt ? 1 : -1
