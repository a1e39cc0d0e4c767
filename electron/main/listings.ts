import { overviewOf } from '../core/library/overview.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Facets, Filter, Row } from '../core/model/listing.ts'
import type { Overview } from '../core/model/overview.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { foldedFields, wordsOf } from '../core/search/fold.ts'
import type { RowList } from '../core/timeline/clipping-table.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import type { FullTextSearch } from './full-text-search.ts'
import { inSlices } from './in-slices.ts'
import { type Kept, LibraryTables } from './library-tables.ts'
import { RecentlyUsed } from './recently-used.ts'

/** How many lists are remembered: the one on show, those just left, and the one being typed. */
const MOST_REMEMBERED = 8

/** Bodies that are read for a query while there is no index; of a larger library only the fields are. */
const MOST_SCANNED = 5_000

const CANCELLED: Failure = { code: 'cancelled', message: 'nobody waits for the search any more' }

/** What lists need of a library. */
type ListedLibrary = Pick<Library, 'state' | 'version' | 'directory'>

/** A list as it stood at one version of the library. */
export interface Listed extends RowList {
  readonly version: number
}

/** What the window shows of a library: its lists, each worked out once for a version, and the overview. */
export class Listings {
  readonly #library: ListedLibrary
  readonly #pool: WorkPool
  readonly #fullText: Pick<FullTextSearch, 'find' | 'cancel'>
  readonly #tables: LibraryTables
  readonly #remembered = new RecentlyUsed<Result<Listed, Failure>>(MOST_REMEMBERED)

  constructor(library: ListedLibrary, pool: WorkPool, fullText: Pick<FullTextSearch, 'find' | 'cancel'>) {
    this.#library = library
    this.#pool = pool
    this.#fullText = fullText
    this.#tables = new LibraryTables(library)
  }

  get(filter: Filter): Promise<Result<Listed, Failure>> {
    const key = `${this.#library.version} ${JSON.stringify(filter)}`
    return this.#remembered.get(
      key,
      () => this.#list(filter),
      listed => listed.ok,
    )
  }

  /** Works every list out anew when it is next asked for. */
  forget(): void {
    this.#remembered.clear()
  }

  /** Nobody waits for lists of this query any more: those that still wait to be searched end with `cancelled`. */
  cancel(query: string): void {
    this.#fullText.cancel(query)
  }

  /** Ids of a list's clippings, `count` from `start` on. */
  idsOf({ rows }: Listed, start = 0, count = rows.length): string[] {
    return this.#tables.table.idsOf(rows.subarray(start, start + count))
  }

  /** The rows themselves; clippings that are gone since are passed over. */
  rowsOf(listed: Listed, start: number, count: number): Row[] {
    const { clippings } = this.#library.state
    return this.idsOf(listed, start, count)
      .flatMap(id => clippings.get(id) ?? [])
      .map(rowOf)
  }

  /** Where the clippings stand in the list; null for one that is not in it. */
  placesOf({ rows }: Listed, ids: readonly string[]): (number | null)[] {
    const wanted = ids.map(id => this.#tables.table.rowOf(id))
    const places = new Map<number | undefined, number>()
    const looked = new Set(wanted)
    for (let place = 0; place < rows.length && places.size < looked.size; place++)
      if (looked.has(rows[place])) places.set(rows[place], place)
    return wanted.map(row => places.get(row) ?? null)
  }

  async facets(filter: Filter): Promise<Result<Facets, Failure>> {
    const listed = await this.get(filter)
    if (!listed.ok) return listed
    const { version, rows } = listed.value
    const { table } = await this.#tables.upToDate()
    return ok({ version, ...table.facets(rows, filter.clock) })
  }

  async overview(): Promise<Omit<Overview, 'undo' | 'redo'>> {
    const { version, state, counts } = await this.#tables.upToDate()
    return { version, ...overviewOf(state, counts) }
  }

  async #list(filter: Filter): Promise<Result<Listed, Failure>> {
    const words = wordsOf(filter.query)
    const before = await this.#tables.upToDate()
    if (words.length === 0) return ok({ version: before.version, ...before.table.list(filter) })
    const isByRelevance = filter.order === 'relevance'
    const found =
      (await this.#fullText.find(filter.query, isByRelevance, before.table)) ??
      (await this.#scan(words, before))
    if (found === 'cancelled') return fail(CANCELLED)
    const { version, table } = await this.#tables.upToDate()
    return ok({ version, ...table.list(filter, found) })
  }

  /** The rows whose fields, or bodies in a small library, have all the words. */
  async #scan(words: readonly string[], { state, table }: Kept): Promise<Int32Array<ArrayBuffer>> {
    const isSmall = state.clippings.size <= MOST_SCANNED
    const articles = (isSmall ? [...state.clippings.values()] : []).map(({ id, articleRevision }) => ({
      id,
      revision: articleRevision,
    }))
    const library = this.#library.directory
    const bodies = await this.#pool.run('find-in-bodies', { library, words: [...words], articles })
    // Bodies that cannot be searched now leave the fields, which are in memory.
    const inBodies = bodies.ok ? bodies.value.map(ids => new Set(ids)) : []
    const found: number[] = []
    const matches = (clipping: Clipping): boolean =>
      words.every(
        (word, index) => foldedFields(clipping).includes(word) || inBodies[index]?.has(clipping.id) === true,
      )
    function* scan(): Generator<void> {
      for (const clipping of state.clippings.values()) {
        if (matches(clipping)) found.push(table.rowOf(clipping.id) ?? -1)
        yield
      }
    }
    await inSlices(scan())
    return Int32Array.from(found)
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
