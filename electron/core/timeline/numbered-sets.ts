/**
 * Each of many equal lists of numbers once, with a number for it; the empty list is 0. Counting lists, and then what is
 * in them, is several times quicker than going through the list of every row.
 */
export class NumberedSets {
  readonly list: (readonly number[])[] = [[]]
  readonly #numbers = new Map<string, number>([['', 0]])

  numberOf(values: readonly number[]): number {
    const key = values.join(' ')
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.list.push(values) - 1
      this.#numbers.set(key, number)
    }
    return number
  }

  /** How often each number below `size` is in the sets, by how often each set is there. */
  countsOf(sets: Uint32Array, size: number): Uint32Array {
    const counts = new Uint32Array(size)
    for (let number = 0; number < sets.length; number++) {
      const times = sets[number] ?? 0
      const set = times === 0 ? [] : (this.list[number] ?? [])
      for (let at = 0; at < set.length; at++) {
        const value = set[at] ?? 0
        counts[value] = (counts[value] ?? 0) + times
      }
    }
    return counts
  }
}
