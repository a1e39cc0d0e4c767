import { overviewOf } from '../core/library/overview.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Counts, Facets, Filter, LaneKind, Lanes, Row } from '../core/model/listing.ts'
import type { Overview } from '../core/model/overview.ts'
import { writeCounts } from '../core/model/time-counts.ts'
import type { Clock } from '../core/ports.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { wordsOf } from '../core/search/fold.ts'
import type { RowList } from '../core/timeline/clipping-table.ts'
import { countHours } from '../core/timeline/time-counts.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import { localDay, localHour } from '../store/local-day.ts'
import type { WorkPool } from '../work/pool.ts'
import type { FoundRows, FullTextSearch } from './full-text-search.ts'
import { LibraryScan } from './library-scan.ts'
import { LibraryTables } from './library-tables.ts'
import { RecentlyUsed } from './recently-used.ts'

/** How many lists are remembered: the one on show, those just left, and the one being typed. */
const MOST_REMEMBERED = 8

/** Clippings whose hours are told without holding anything up. */
const MOST_BY_THE_HOUR = 20_000

/** So many milliseconds articles are read for a query that the index will answer in full when it is built. */
const SCAN_MS = 2_000

const CANCELLED: Failure = { code: 'cancelled', message: 'nobody waits for the search any more' }

/** What lists need of a library. */
type ListedLibrary = Pick<Library, 'state' | 'version' | 'directory'>

/** What lists need of the full-text index. */
type FullText = Pick<FullTextSearch, 'find' | 'cancel' | 'progress'>

/** A list as it stood at one version of the library. */
export interface Listed extends RowList {
  readonly version: number
}

/** What the window shows of a library: its lists, each worked out once for a version, and the overview. */
export class Listings {
  readonly #library: ListedLibrary
  readonly #clock: Clock
  readonly #scan: LibraryScan
  readonly #fullText: FullText
  readonly #tables: LibraryTables
  readonly #remembered = new RecentlyUsed<Result<Listed, Failure>>(MOST_REMEMBERED)

  constructor(library: ListedLibrary, pool: WorkPool, clock: Clock, fullText: FullText) {
    this.#library = library
    this.#clock = clock
    this.#scan = new LibraryScan(library, pool)
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
    this.#scan.forget()
  }

  /** Nobody waits for lists of this query any more: those that still wait to be searched end with `cancelled`. */
  cancel(query: string): void {
    this.#fullText.cancel(query)
    this.#scan.cancel(query)
  }

  /** Ids of a list's clippings, `count` from `start` on. */
  idsOf({ rows }: Listed, start = 0, count = rows.length): string[] {
    return this.#tables.table.idsOf(rows.subarray(start, start + count))
  }

  /** The rows themselves; clippings that are gone since are passed over. */
  rowsOf(listed: Listed, start: number, count: number): Row[] {
    const { clippings } = this.#library.state
    const { table } = this.#tables
    return this.idsOf(listed, start, count).flatMap(id => {
      const clipping = clippings.get(id)
      const reprints = listed.folded.get(table.rowOf(id) ?? -1)
      return clipping === undefined
        ? []
        : [{ ...rowOf(clipping), ...(reprints !== undefined && { reprints }) }]
    })
  }

  /** How many there are by the day; by the hour where that is asked and they are not too many. */
  countsOf({ version, rows, ofAllDays }: Listed, filter: Filter, unit: Counts['unit']): Counts {
    if (unit === 'day' || rows.length > MOST_BY_THE_HOUR)
      return { version, unit: 'day', counts: writeCounts(this.#tables.table.counts(ofAllDays, filter.clock)) }
    const { clippings } = this.#library.state
    const listed = this.#tables.table.idsOf(rows).flatMap(id => clippings.get(id) ?? [])
    return { version, unit, counts: writeCounts(countHours(listed, filter.clock, localDay, localHour)) }
  }

  /** What has the most of all that the list has, over all days, each with how many there are by the day. */
  lanesOf({ version, ofAllDays }: Listed, clock: Filter['clock'], by: LaneKind): Lanes {
    const { table } = this.#tables
    const { lanes, others } = table.lanes(ofAllDays, by)
    const counted = lanes.map(({ value, rows }) => ({
      value,
      total: rows.length,
      counts: writeCounts(table.counts(rows, clock)),
    }))
    return { version, lanes: counted, others }
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
    if (words.length === 0)
      return ok({ version: before.version, ...before.table.list(filter, before.state.collections) })
    const isByRelevance = filter.order === 'relevance'
    const found =
      (await this.#fullText.find(filter.query, isByRelevance, before.table)) ??
      (await this.#scanned(filter.query))
    if (found === 'cancelled') return fail(CANCELLED)
    const { version, table, state } = await this.#tables.upToDate()
    return ok({ version, ...table.list(filter, state.collections, found) })
  }

  /** What is found where the index does not answer; while it is being built, maybe not in all of the older articles. */
  async #scanned(query: string): Promise<Exclude<FoundRows, undefined>> {
    const isBuilding = this.#fullText.progress?.state === 'building'
    const found = await this.#scan.find(query, {
      today: localDay(this.#clock.now()),
      budget: isBuilding ? SCAN_MS : undefined,
    })
    if (found === 'cancelled') return found
    return Int32Array.from(found.flatMap(id => this.#tables.table.rowOf(id) ?? []))
  }
}

const rowOf = ({
  id,
  title,
  bylines,
  source,
  published,
  happened,
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
  happened,
  clippedAt,
  tags,
  collections,
  starred,
  readAt,
  trashedAt,
  excerpt,
  language,
})
