import type { Facts } from '../core/search/document.ts'
import { NumberSet } from './number-set.ts'

/** Each of many equal strings once, with a number for it. */
export class Names {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(name: string): number {
    let number = this.numbers.get(name)
    if (number === undefined) {
      number = this.list.push(name) - 1
      this.numbers.set(name, number)
    }
    return number
  }
}

/** What the index holds in memory of one clipping. */
export interface Entry {
  readonly id: string
  readonly facts: Facts
  readonly source: number
  readonly month: number
  readonly tags: readonly number[]
  /** The day from which its age is counted: published, or else clipped. */
  readonly day: number
}

/** All clippings of the index by the number of their row, and the names that they share. */
export class Catalogue {
  readonly entries: (Entry | undefined)[] = []
  readonly sources = new Names()
  readonly months = new Names()
  readonly tags = new Names()
  readonly collections = new Map<string, string>()
  private readonly numbers = new Map<string, number>()

  numberOf(id: string): number | undefined {
    return this.numbers.get(id)
  }

  put(number: number, id: string, facts: Facts): void {
    this.numbers.set(id, number)
    const [published] = facts.days.published
    const [clipped] = facts.days.clipped
    this.entries[number] = {
      id,
      facts,
      source: this.sources.numberOf(facts.source),
      month: this.months.numberOf(facts.month),
      tags: facts.tags.map(tag => this.tags.numberOf(tag)),
      day: (published ?? clipped ?? [0, 0])[1],
    }
  }

  remove(id: string): number | undefined {
    const number = this.numbers.get(id)
    if (number === undefined) return undefined
    this.numbers.delete(id)
    this.entries[number] = undefined
    return number
  }

  get size(): number {
    return this.numbers.size
  }

  noNumbers(): NumberSet {
    return new NumberSet(this.entries.length)
  }

  numbersWhere(holds: (facts: Facts) => boolean): NumberSet {
    const found = this.noNumbers()
    for (const [number, entry] of this.entries.entries()) {
      if (entry !== undefined && holds(entry.facts)) found.add(number)
    }
    return found
  }
}
