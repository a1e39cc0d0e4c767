import { isOwnLink } from '../core/model/clipping-link.ts'

/** The addresses for the app among the arguments that a process was started with. */
export const linksIn = (argv: readonly string[]): string[] => argv.slice(1).filter(isOwnLink)

/**
 * The last address that the system asked the app to open, from its arguments, those of a second start, or on macOS an
 * event, which may come before there is a window. The window takes it when it is ready to show where it leads.
 */
export class GivenLinks {
  #link: string | undefined
  #tell: (() => void) | undefined

  give(links: readonly string[]): void {
    if (links.length === 0) return
    this.#link = links.at(-1)
    this.#tell?.()
  }

  /** From now on `tell` is called when one has come; what came before the first window asks for itself. */
  tellOfMore(tell: () => void): void {
    this.#tell = tell
  }

  /** What was given since the last time; undefined where nothing was. */
  take(): string | undefined {
    const link = this.#link
    this.#link = undefined
    return link
  }
}
