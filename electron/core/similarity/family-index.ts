import { likenessOf, type Sketch } from './sketch.ts'
import { SketchTable } from './sketch-table.ts'

/** The family that a text belongs to, by the clipping that it began with, and how like it is to its nearest member. */
export interface FamilyFound {
  readonly family: string
  readonly nearest: string
  readonly resemblance: number
}

/** What the index holds of a clipping: enough to be written to a file and read back. */
export interface FamilyMember {
  readonly id: string
  readonly revision: number
  readonly family: string
  readonly sketch: Sketch | undefined
}

interface Known {
  readonly revision: number
  readonly family: string
  /** Undefined for a text too short to have a sketch. */
  readonly row: number | undefined
}

/**
 * The texts of a library by what they have in common. A clipping that is in no family yet is a family of one, under
 * its own id: the first reprint that comes joins it without a change to the clipping itself.
 */
export class FamilyIndex {
  #table = new SketchTable()
  readonly #known = new Map<string, Known>()
  readonly #ids: (string | undefined)[] = []

  get size(): number {
    return this.#known.size
  }

  /** The article revision whose text is known of the clipping. */
  revisionOf(id: string): number | undefined {
    return this.#known.get(id)?.revision
  }

  put({ id, revision, family, sketch }: FamilyMember): void {
    this.remove(id)
    const row = sketch === undefined ? undefined : this.#table.add(sketch)
    if (row !== undefined) this.#ids[row] = id
    this.#known.set(id, { revision, family, row })
  }

  /** Says which family a clipping is in, where its text is known. */
  setFamily(id: string, family: string): void {
    const known = this.#known.get(id)
    if (known !== undefined && known.family !== family) this.#known.set(id, { ...known, family })
  }

  remove(id: string): void {
    const row = this.#known.get(id)?.row
    if (row !== undefined) {
      this.#table.remove(row)
      this.#ids[row] = undefined
    }
    this.#known.delete(id)
  }

  /** The family of the likest text, other than that of the clipping itself. */
  find(sketch: Sketch, self: string): FamilyFound | undefined {
    for (const { row, resemblance } of this.#table.reprintsOf(sketch)) {
      const nearest = this.#ids[row]
      const known = nearest === undefined ? undefined : this.#known.get(nearest)
      if (nearest !== undefined && nearest !== self && known !== undefined)
        return { family: known.family, nearest, resemblance }
    }
    return undefined
  }

  /** How like two clippings' texts are; undefined where the text of either is not known. */
  resemblance(a: string, b: string): number | undefined {
    const [one, other] = [this.#sketch(a), this.#sketch(b)]
    return one === undefined || other === undefined ? undefined : likenessOf(one, other).resemblance
  }

  *members(): Generator<FamilyMember> {
    for (const [id, { revision, family }] of this.#known)
      yield { id, revision, family, sketch: this.#sketch(id) }
  }

  #sketch(id: string): Sketch | undefined {
    const row = this.#known.get(id)?.row
    return row === undefined ? undefined : this.#table.sketch(row)
  }
}
