interface Waiting {
  readonly query: string
  readonly begin: () => Promise<void>
  readonly drop: () => void
}

/**
 * Lets one search run at a time. Of those that wait the one asked last goes first, because that is what stands in the
 * search field; one that is cancelled before it began never runs.
 */
export class SearchQueue<T> {
  readonly #waiting: Waiting[] = []
  #isBusy = false

  /** What `search` gives, or `cancelled`. */
  run(query: string, search: () => Promise<T>, cancelled: T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        query,
        begin: () => search().then(resolve, reject),
        drop: () => resolve(cancelled),
      })
      this.#next()
    })
  }

  /** Drops the searches for the query that have not begun. */
  cancel(query: string): void {
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      if (this.#waiting[at]?.query !== query) continue
      for (const { drop } of this.#waiting.splice(at, 1)) drop()
    }
  }

  #next(): void {
    if (this.#isBusy) return
    const last = this.#waiting.pop()
    if (last === undefined) return
    this.#isBusy = true
    void last.begin().finally(() => {
      this.#isBusy = false
      this.#next()
    })
  }
}
