import type { Output } from '../ipc/contract.ts'

export type Notice = Output<'app:take-notices'>['notices'][number]

/** What the next page that opens has to say, each once. */
export class Notices {
  #waiting: Notice[] = []

  add(notice: Notice): void {
    if (!this.#waiting.includes(notice)) this.#waiting.push(notice)
  }

  take(): Notice[] {
    return this.#waiting.splice(0)
  }
}
