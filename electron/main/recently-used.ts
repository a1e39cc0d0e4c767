/** Remembers the answers to what was asked last, also those still on their way. */
export class RecentlyUsed<T> {
  readonly #most: number
  /** The most recently used last. */
  readonly #answers = new Map<string, Promise<T>>()

  constructor(most: number) {
    this.#most = most
  }

  /** The remembered answer, or that of `ask`, which is remembered only if it is worth `keeping`. */
  get(key: string, ask: () => Promise<T>, keeping: (answer: T) => boolean): Promise<T> {
    const answer = this.#answers.get(key) ?? ask()
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break
      this.#answers.delete(oldest)
    }
    const forget = () => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key)
    }
    answer.then(value => {
      if (!keeping(value)) forget()
    }, forget)
    return answer
  }

  clear(): void {
    this.#answers.clear()
  }
}
