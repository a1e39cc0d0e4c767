/** Work that is over and was never asked for is forgotten, the oldest first. */
const MOST = 100

/** Which window started what goes on behind it, so that its end is told there. */
export class Starters {
  readonly #windows = new Map<string, number>()

  note(id: string, window: number): void {
    this.#windows.set(id, window)
    const [oldest] = this.#windows.keys()
    if (this.#windows.size > MOST && oldest !== undefined) this.#windows.delete(oldest)
  }

  /** The window that started the work, once; undefined where none did. */
  take(id: string): number | undefined {
    const window = this.#windows.get(id)
    this.#windows.delete(id)
    return window
  }
}
