/** How an import goes: what a person watches. */
export interface ImportProgress {
  readonly done: number
  readonly total: number | null
  /** Items a second, lately. */
  readonly rate: number
  readonly secondsLeft: number | null
  readonly file: string | null
}

/** The rate is that of so many milliseconds. */
const LATELY_MS = 10_000
/** A guess from less is none. */
const LEAST_PART = 0.01

interface Underway {
  readonly size: number
  items: number
  at: number
}

/** Counts items and bytes, and works out from them how long the rest takes. Times are milliseconds. */
export class ImportPace {
  readonly #start: number
  readonly #samples: { at: number; done: number }[] = []
  readonly #underway = new Map<string, Underway>()
  #files = 0
  #bytes = 0
  #filesBegun = 0
  #bytesDone = 0
  #done = 0
  /** A file that has several items: how many there are in the others is not known then. */
  #hasContainers = false

  constructor(now: number) {
    this.#start = now
  }

  /** A file that is to be read. */
  expect(size: number): void {
    this.#files += 1
    this.#bytes += size
  }

  begin(path: string, size: number): void {
    this.#filesBegun += 1
    this.#underway.set(path, { size, items: 0, at: 0 })
  }

  /** An item was read; `at` is how far into the file, from 0 to 1. */
  item(path: string, at: number): void {
    const file = this.#underway.get(path)
    if (file === undefined) return
    file.items += 1
    file.at = at
    if (file.items > 1) this.#hasContainers = true
  }

  finish(path: string): void {
    this.#bytesDone += this.#underway.get(path)?.size ?? 0
    this.#underway.delete(path)
  }

  /** So many more items are safe. */
  kept(items: number): void {
    this.#done += items
  }

  now(now: number): ImportProgress {
    this.#samples.push({ at: now, done: this.#done })
    while ((this.#samples[1]?.at ?? now) < now - LATELY_MS) this.#samples.shift()
    const [oldest] = this.#samples
    const since = oldest === undefined || oldest.at === now ? { at: this.#start, done: 0 } : oldest
    const seconds = Math.max(0.001, (now - since.at) / 1000)
    const [current] = this.#underway.keys()
    const part = this.#part()
    const elapsed = (now - this.#start) / 1000
    return {
      done: this.#done,
      total: this.#hasContainers ? null : Math.max(this.#files, this.#done),
      rate: Math.max(0, (this.#done - since.done) / seconds),
      secondsLeft: part < LEAST_PART ? null : (elapsed * (1 - part)) / part,
      file: current ?? null,
    }
  }

  /** How much of all bytes was read, from 0 to 1; every file counts as a few bytes more, for what it takes to open it. */
  #part(): number {
    let read = this.#bytesDone + (this.#filesBegun - this.#underway.size) * PER_FILE
    for (const { size, at } of this.#underway.values()) read += size * at
    const all = this.#bytes + this.#files * PER_FILE
    return all === 0 ? 1 : Math.min(1, read / all)
  }
}

const PER_FILE = 16 * 1024
