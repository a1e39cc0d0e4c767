import { collectionsWithin } from '../library/collection-tree.ts'
import { isOnShelf } from '../library/shelf.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { Facets, Filter, Group, LaneKind } from '../model/listing.ts'
import { isWithinTag } from '../model/tag.ts'
import type { TimeCounts } from '../model/time-counts.ts'
import { ClockOrder, grown } from './clock-order.ts'
import { ClockReader, type DayOf, type ListClock } from './clock-reading.ts'
import { topFacets } from './facets.ts'
import { NumberedNames } from './numbered-names.ts'
import { NumberedSets } from './numbered-sets.ts'
import type { Rows } from './sorted-rows.ts'
import { countTimes } from './time-counts.ts'

/** The bit of each shelf. A row without a bit is of a clipping that is gone. */
const SHELVES = { all: 1, inbox: 2, starred: 4, trash: 8 } as const satisfies Record<Filter['shelf'], number>
const SHELF_NAMES = ['all', 'inbox', 'starred', 'trash'] as const

const NO_REPRINTS: ReadonlyMap<number, number> = new Map()
const CLOCKS = ['happened', 'published', 'clipped'] as const satisfies ListClock[]
const NONE: readonly number[] = []
const FIRST_ROOM = 1024
/** Lanes that can be looked at together. */
const MOST_LANES = 8
/** Clippings that are read between two pauses. */
const STEP = 200

/** A list as rows of the table, in order. */
export interface RowList {
  readonly rows: Rows
  readonly groups: Group[]
  /** Every reprint, and what the filter's days leave out, too: so that another span can be chosen. */
  readonly ofAllDays: Rows
  /** How many reprints are folded into a row. */
  readonly folded: ReadonlyMap<number, number>
}

/**
 * What lists need of every clipping of a library, a column a value, kept from change to change: a list of 100,000
 * clippings goes through a few columns and takes a millisecond or two, where going through as many objects and
 * putting them in order takes a second. It lists what `listClippings` lists.
 *
 * A clipping keeps its row as long as the table lives.
 */
export class ClippingTable {
  readonly #reader: ClockReader
  readonly #ids: string[] = []
  readonly #rows = new Map<string, number>()
  #room = 0
  #shelves = new Uint8Array(0)
  /** The instant of clipping, in milliseconds of UTC. */
  #clippedAt = new Float64Array(0)
  #source = new Int32Array(0)
  #tagSet = new Int32Array(0)
  /** Numbers of `#families`, for what is a reprint. */
  #family = new Int32Array(0)
  readonly #families = new NumberedNames()
  /** Kept until a family may be another. */
  #withFounders: Int32Array | undefined
  readonly #collections: (readonly number[])[] = []
  readonly #sources = new NumberedNames()
  readonly #tagNames = new NumberedNames()
  readonly #tagSets = new NumberedSets()
  readonly #collectionIds = new NumberedNames()
  readonly #clocks: Readonly<Record<ListClock, ClockOrder>>

  constructor(dayOf: DayOf) {
    this.#reader = new ClockReader(dayOf)
    const lastClippedFirst = (a: number, b: number): number =>
      (this.#clippedAt[b] ?? 0) - (this.#clippedAt[a] ?? 0) || this.#compareIds(a, b)
    this.#clocks = {
      happened: new ClockOrder(lastClippedFirst),
      published: new ClockOrder(lastClippedFirst),
      clipped: new ClockOrder(lastClippedFirst),
    }
  }

  /** Rows are numbers below this. */
  get size(): number {
    return this.#ids.length
  }

  /**
   * Takes changes over, undefined for a clipping that is gone, in steps of about a millisecond. Nothing may be asked
   * of the table before the last of them.
   */
  *change(changes: Iterable<readonly [id: string, clipping: Clipping | undefined]>): Generator<void> {
    let count = 0
    for (const [id, clipping] of changes) {
      if (clipping === undefined) this.#remove(id)
      else this.#put(clipping)
      if (++count % STEP === 0) yield
    }
    for (const clock of CLOCKS) yield* this.#clocks[clock].settle()
  }

  /**
   * What the filter shows. `collections` are those of the library. `found` are the rows that its query finds, the best
   * first where it asks for that order; without them the query is not looked at.
   */
  list(filter: Filter, collections: ReadonlyMap<string, Collection>, found?: Rows): RowList {
    const clock = this.#clocks[filter.clock]
    const isByRelevance = filter.order === 'relevance' && found !== undefined
    const isFound = found === undefined || isByRelevance ? undefined : this.#marked(found)
    const isShown = this.#shownBy(filter, collections)
    const shown = rowsWhere(
      isByRelevance ? found : clock.rows,
      isFound === undefined ? isShown : row => isFound[row] === 1 && isShown(row),
    )
    const ofDays = filter.days === undefined ? shown : rowsWhere(shown, clock.mayFallOn(spanOf(filter.days)))
    const groups = filter.order === undefined ? clock.groupedBy(filter.grouping) : undefined
    const byClock = groups === undefined || filter.grouping === undefined ? ofDays : groups.inOrder(ofDays)
    const byHand = filter.order === 'hand' ? collections.get(filter.collection ?? '')?.byHand : undefined
    const ordered = byHand === undefined ? byClock : this.#byHand(byClock, byHand)
    const { rows, folded } =
      filter.reprints === undefined ? { rows: ordered, folded: NO_REPRINTS } : this.#fold(ordered)
    return { rows, ofAllDays: shown, folded, groups: groups === undefined ? [] : groups.of(rows) }
  }

  /** How many of the rows fall on which day. */
  counts(rows: Rows, clock: ListClock): TimeCounts {
    return countTimes(this.#clocks[clock].datesOf(rows))
  }

  /** The values that most of the rows have, the most frequent first, each with its rows in their order. */
  lanes(
    rows: Rows,
    by: LaneKind,
  ): { readonly lanes: readonly { readonly value: string; readonly rows: Rows }[]; readonly others: number } {
    const { names, of } = this.#valuesBy(by)
    const counts = new Uint32Array(names.length)
    for (const row of rows) for (const value of of(row)) count(counts, value)
    const found = [...counts.keys()].filter(value => (counts[value] ?? 0) > 0)
    const ranked = found.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    const shown = ranked.slice(0, MOST_LANES)
    const lanes = shown.map(value => ({
      value: names[value] ?? '',
      rows: new Int32Array(counts[value] ?? 0),
    }))
    const laneOf = new Int32Array(names.length).fill(-1)
    for (const [lane, value] of shown.entries()) laneOf[value] = lane
    const filled = new Uint32Array(lanes.length)
    for (const row of rows)
      for (const value of of(row)) {
        const lane = laneOf[value] ?? -1
        const into = lanes[lane]
        if (into === undefined) continue
        into.rows[filled[lane] ?? 0] = row
        count(filled, lane)
      }
    return { lanes, others: ranked.length - shown.length }
  }

  /** What the rows have in common. */
  facets(rows: Rows, clock: ListClock): Omit<Facets, 'version'> {
    const { heading, headings } = this.#clocks[clock]
    const sources = new Uint32Array(this.#sources.list.length)
    const sets = new Uint32Array(this.#tagSets.list.length)
    const counted = new Uint32Array(headings.list.length)
    for (const row of rows) {
      count(sources, this.#source[row])
      count(counted, heading[row])
      count(sets, this.#tagSet[row])
    }
    const tags = this.#tagSets.countsOf(sets, this.#tagNames.list.length)
    return topFacets(
      withNames(sources, this.#sources),
      withNames(tags, this.#tagNames),
      withNames(counted, headings),
    )
  }

  idsOf(rows: Rows): string[] {
    return Array.from(rows, row => this.#ids[row] ?? '')
  }

  /** Ids of the rows from `start` up to and without `end`. */
  ids(start: number, end: number): string[] {
    return this.#ids.slice(start, end)
  }

  rowOf(id: string): number | undefined {
    return this.#rows.get(id)
  }

  /** The numbers of the values that a row has, and the names of all. */
  #valuesBy(by: LaneKind): { names: readonly string[]; of: (row: number) => readonly number[] } {
    switch (by) {
      case 'source': {
        const each = this.#sources.list.map((_, number) => [number])
        return { names: this.#sources.list, of: row => each[this.#source[row] ?? -1] ?? NONE }
      }
      case 'tag':
        return { names: this.#tagNames.list, of: row => this.#tagSets.list[this.#tagSet[row] ?? 0] ?? NONE }
      case 'collection':
        return { names: this.#collectionIds.list, of: row => this.#collections[row] ?? NONE }
    }
  }

  #put(clipping: Clipping): void {
    const { id, clippedAt, source, tags, collections, familyId } = clipping
    const known = this.#rows.get(id)
    const row = known ?? this.#add(id)
    let shelves = 0
    for (const shelf of SHELF_NAMES) if (isOnShelf(clipping, shelf)) shelves |= SHELVES[shelf]
    this.#shelves[row] = shelves
    const wasClippedAt = this.#clippedAt[row]
    this.#clippedAt[row] = Date.parse(clippedAt)
    const isMoved = known === undefined || wasClippedAt !== this.#clippedAt[row]
    this.#source[row] = source === undefined ? -1 : this.#sources.numberOf(source.name)
    this.#tagSet[row] = this.#tagSets.numberOf(numbered(tags, this.#tagNames))
    const family = familyId === undefined ? -1 : this.#families.numberOf(familyId)
    if (known === undefined || this.#family[row] !== family) this.#withFounders = undefined
    this.#family[row] = family
    this.#collections[row] = numbered(collections, this.#collectionIds)
    for (const clock of CLOCKS) this.#clocks[clock].put(row, this.#reader.read(clipping, clock), isMoved)
  }

  #remove(id: string): void {
    const row = this.#rows.get(id)
    if (row !== undefined) this.#shelves[row] = 0
  }

  #add(id: string): number {
    const row = this.#ids.push(id) - 1
    this.#rows.set(id, row)
    if (row >= this.#room) {
      this.#room = Math.max(FIRST_ROOM, this.#room * 2)
      this.#shelves = grown(this.#shelves, new Uint8Array(this.#room))
      this.#clippedAt = grown(this.#clippedAt, new Float64Array(this.#room))
      this.#source = grown(this.#source, new Int32Array(this.#room))
      this.#tagSet = grown(this.#tagSet, new Int32Array(this.#room))
      this.#family = grown(this.#family, new Int32Array(this.#room))
      for (const clock of Object.values(this.#clocks)) clock.grow(this.#room)
    }
    return row
  }

  /** Those of the rows that have a place by hand, in that order, then the others. */
  #byHand(rows: Rows, byHand: readonly string[]): Rows {
    const places = new Int32Array(this.size).fill(-1)
    for (const [place, id] of byHand.entries()) {
      const row = this.#rows.get(id)
      if (row !== undefined) places[row] = place
    }
    const placed = rows.filter(row => places[row] !== -1).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
    const ordered = new Int32Array(rows.length)
    ordered.set(placed)
    ordered.set(
      rows.filter(row => places[row] === -1),
      placed.length,
    )
    return ordered
  }

  /** Leaves of each family the row that it is named by where that is among the rows, else the first of them. */
  #fold(rows: Rows): { rows: Rows; folded: ReadonlyMap<number, number> } {
    const families = this.#familiesByRow()
    const standing = new Int32Array(this.#families.list.length).fill(-1)
    const members = new Int32Array(standing.length)
    for (const row of rows) {
      const family = families[row] ?? -1
      if (family < 0) continue
      if (standing[family] === -1 || this.#family[row] === -1) standing[family] = row
      members[family] = (members[family] ?? 0) + 1
    }
    const folded = new Map<number, number>()
    for (let family = 0; family < standing.length; family++)
      if ((members[family] ?? 0) > 1) folded.set(standing[family] ?? 0, (members[family] ?? 0) - 1)
    if (folded.size === 0) return { rows, folded }
    const left = new Int32Array(rows.length)
    let count = 0
    for (const row of rows) {
      const family = families[row] ?? -1
      if (family < 0 || standing[family] === row) left[count++] = row
    }
    return { rows: left.slice(0, count), folded }
  }

  /** The family of each row, of those that others go back to as well; -1 for none. */
  #familiesByRow(): Int32Array {
    if (this.#withFounders !== undefined) return this.#withFounders
    const families = Int32Array.from(this.#family)
    for (const [family, id] of this.#families.list.entries()) {
      const row = this.#rows.get(id)
      if (row !== undefined && families[row] === -1) families[row] = family
    }
    this.#withFounders = families
    return families
  }

  #compareIds(a: number, b: number): number {
    const [x = '', y = ''] = [this.#ids[a], this.#ids[b]]
    return x === y ? 0 : x < y ? 1 : -1
  }

  #marked(rows: Rows): Uint8Array {
    const marks = new Uint8Array(this.size)
    for (const row of rows) marks[row] = 1
    return marks
  }

  /** Everything of the filter but its query and its days. */
  #shownBy(
    { shelf, collection, tag }: Filter,
    collections: ReadonlyMap<string, Collection>,
  ): (row: number) => boolean {
    const shelves = this.#shelves
    const bit = SHELVES[shelf]
    if (collection === undefined && tag === undefined) return row => ((shelves[row] ?? 0) & bit) !== 0
    const within = collection === undefined ? undefined : collectionsWithin(collections, collection)
    const wanted = this.#collectionIds.list.map(id => within?.has(id) === true)
    const wantedTags = this.#tagNames.list.map(name => tag !== undefined && isWithinTag(name, tag))
    const wantedSets = this.#tagSets.list.map(set => set.some(number => wantedTags[number]))
    return row =>
      ((shelves[row] ?? 0) & bit) !== 0 &&
      (collection === undefined || (this.#collections[row] ?? NONE).some(number => wanted[number])) &&
      (tag === undefined || wantedSets[this.#tagSet[row] ?? 0] === true)
  }
}

/** A function for each pass: one that has many ways through it is slow whenever it takes a new one. */
function rowsWhere(rows: Rows, holds: (row: number) => boolean): Rows {
  const found = new Int32Array(rows.length)
  let count = 0
  for (const row of rows) if (holds(row)) found[count++] = row
  return found.slice(0, count)
}

const numbered = (values: readonly string[], names: NumberedNames): readonly number[] =>
  values.length === 0 ? NONE : values.map(value => names.numberOf(value))

const spanOf = ({ from, to }: NonNullable<Filter['days']>): { from: number; to: number } => ({
  from: daySpanOf(from).from,
  to: daySpanOf(to).to,
})

function count(counts: Uint32Array, value: number | undefined): void {
  if (value !== undefined && value >= 0) counts[value] = (counts[value] ?? 0) + 1
}

const withNames = (counts: Uint32Array, { list }: NumberedNames): Map<string, number> => {
  const named = new Map<string, number>()
  for (const [number, count] of counts.entries()) if (count > 0) named.set(list[number] ?? '', count)
  return named
}
