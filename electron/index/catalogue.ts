import { NumberedNames } from '../core/timeline/numbered-names.ts'
import { NumberedSets } from '../core/timeline/numbered-sets.ts'
import { type FactsRow, NO_DAY } from './facts-row.ts'
import { NumberSet } from './number-set.ts'

/** A value for each row, which may grow. */
class Column {
  /** For going through many rows; a row that was added since may be beyond them. */
  values: Int32Array<ArrayBuffer> = new Int32Array(1024)

  at(row: number): number {
    return this.values[row] ?? 0
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      const larger = new Int32Array(Math.max(row + 1, this.values.length * 2))
      larger.set(this.values)
      this.values = larger
    }
    this.values[row] = value
  }
}

const NONE: readonly number[] = []
/**
 * What the index holds in memory of every clipping, a column a value: going through a column of a hundred thousand
 * takes well under a millisecond, going through as many objects fifty.
 */
export class Catalogue {
  /** Undefined for a row that is no more. */
  readonly ids: (string | undefined)[] = []
  readonly marks = new Column()
  readonly language = new Column()
  readonly host = new Column()
  readonly source = new Column()
  readonly month = new Column()
  readonly publishedFrom = new Column()
  readonly publishedTo = new Column()
  readonly clippedOn = new Column()
  /** The number of its tags among the {@link tagSets}. */
  readonly tagSet = new Column()
  readonly collections: (readonly number[])[] = []
  /** First and last day of each date in the text, one after the other. */
  readonly happened: (readonly number[])[] = []
  /** In milliseconds of UTC. */
  readonly clippedAt: number[] = []

  readonly languages = new NumberedNames()
  readonly hosts = new NumberedNames()
  readonly sources = new NumberedNames()
  readonly months = new NumberedNames()
  readonly tagNames = new NumberedNames()
  readonly tagSets = new NumberedSets()
  readonly collectionIds = new NumberedNames()
  /** By id, of the collections that are in the index. */
  readonly collectionNames = new Map<string, string>()
  private readonly rows = new Map<string, number>()

  get size(): number {
    return this.rows.size
  }

  rowOf(id: string): number | undefined {
    return this.rows.get(id)
  }

  put(row: number, id: string, facts: FactsRow): void {
    const [language, host, marks, publishedFrom, publishedTo, clippedOn, clippedAt, month, source] = facts
    const [tags, collections, happened] = facts.slice(-3) as [FactsRow[9], FactsRow[10], FactsRow[11]]
    this.rows.set(id, row)
    this.ids[row] = id
    this.marks.set(row, marks)
    this.language.set(row, this.languages.numberOf(String(language)))
    this.host.set(row, this.hosts.numberOf(String(host)))
    this.source.set(row, this.sources.numberOf(source))
    this.month.set(row, this.months.numberOf(month))
    this.publishedFrom.set(row, publishedFrom)
    this.publishedTo.set(row, publishedTo)
    this.clippedOn.set(row, clippedOn)
    this.tagSet.set(row, this.tagSets.numberOf(numbered(tags, this.tagNames)))
    this.collections[row] = numbered(collections, this.collectionIds)
    this.happened[row] = happened.length === 0 ? NONE : happened
    this.clippedAt[row] = Date.parse(clippedAt)
  }

  remove(id: string): number | undefined {
    const row = this.rows.get(id)
    if (row === undefined) return undefined
    this.rows.delete(id)
    this.ids[row] = undefined
    return row
  }

  noRows(): NumberSet {
    return new NumberSet(this.ids.length)
  }

  allRows(): NumberSet {
    return this.rowsWhere(() => true)
  }

  rowsWhere(holds: (row: number) => boolean): NumberSet {
    const found = this.noRows()
    const { ids } = this
    for (let row = 0; row < ids.length; row++) if (ids[row] !== undefined && holds(row)) found.add(row)
    return found
  }

  /** The day from which a clipping's age is counted: of publication, or else of clipping. */
  dayOf(row: number): number {
    const published = this.publishedTo.at(row)
    return published === NO_DAY ? this.clippedOn.at(row) : published
  }
}

const numbered = (values: readonly string[], names: NumberedNames): readonly number[] =>
  values.length === 0 ? NONE : values.map(value => names.numberOf(value))
