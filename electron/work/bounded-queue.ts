/** What a queue holds before those who fill it have to wait. */
export interface QueueLimits {
  readonly items: number
  readonly bytes: number
}

/** Passes items from several makers to one taker, and lets the makers wait while too much is held. */
export class BoundedQueue<T> {
  readonly #limits: QueueLimits
  readonly #held: { readonly item: T; readonly bytes: number }[] = []
  #bytes = 0
  #isClosed = false
  #wake: (() => void)[] = []

  constructor(limits: QueueLimits) {
    this.#limits = limits
  }

  /** Resolves when there is room for more; false where nobody takes any more. */
  async put(item: T, bytes: number): Promise<boolean> {
    if (this.#isClosed) return false
    this.#held.push({ item, bytes })
    this.#bytes += bytes
    this.#wakeAll()
    while (!this.#isClosed && (this.#held.length > this.#limits.items || this.#bytes > this.#limits.bytes))
      await this.#change()
    return !this.#isClosed
  }

  /** No more is put; what is held can still be taken. */
  close(): void {
    this.#isClosed = true
    this.#wakeAll()
  }

  /** At least one item, and as many as the limits allow; none once it is closed and empty. */
  async take(most: QueueLimits): Promise<T[]> {
    while (this.#held.length === 0 && !this.#isClosed) await this.#change()
    const taken: T[] = []
    let bytes = 0
    for (let next = this.#held[0]; next !== undefined; next = this.#held[0]) {
      if (taken.length > 0 && (taken.length >= most.items || bytes + next.bytes > most.bytes)) break
      this.#held.shift()
      taken.push(next.item)
      bytes += next.bytes
    }
    this.#bytes -= bytes
    this.#wakeAll()
    return taken
  }

  /** Resolves when so many items are held, it is closed, or so many milliseconds have passed. */
  async gather(items: number, milliseconds: number): Promise<void> {
    let isOver = false
    const timer = setTimeout(() => {
      isOver = true
      this.#wakeAll()
    }, milliseconds)
    while (!isOver && !this.#isClosed && this.#held.length < items) await this.#change()
    clearTimeout(timer)
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#wake.push(resolve))
  }

  #wakeAll(): void {
    const wake = this.#wake
    this.#wake = []
    for (const each of wake) each()
  }
}
