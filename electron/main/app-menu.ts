import type { Input, Payload } from '../ipc/contract.ts'
import { installMenu } from './menu.ts'
import type { MenuLanguage } from './menu-words.ts'

type HistoryWords = Input<'menu:say-history'>

const NOTHING_SAID: HistoryWords = { undo: null, redo: null }

/** The native menu as it is now: made anew when the language or what can be undone is another. */
export class AppMenu {
  readonly #command: (name: Payload<'menu:command'>['command']) => void
  readonly #openWindow: () => void
  readonly #openReleases: (() => void) | undefined
  #language: MenuLanguage | undefined
  #history = NOTHING_SAID
  #front: number | undefined
  /** By window: in one of them somebody types, where Undo is the text field's. */
  readonly #said = new Map<number, HistoryWords>()

  constructor(
    command: (name: Payload<'menu:command'>['command']) => void,
    openWindow: () => void,
    openReleases?: () => void,
  ) {
    this.#command = command
    this.#openWindow = openWindow
    this.#openReleases = openReleases
  }

  /** What was said in another language is left out until it is said in this one. */
  speak(language: MenuLanguage): void {
    if (language === this.#language) return
    this.#language = language
    this.#history = NOTHING_SAID
    this.#said.clear()
    this.#install(language)
  }

  /** What Undo and Redo are about in a window. */
  say(window: number, history: HistoryWords): void {
    this.#said.set(window, history)
    if (this.#front === undefined || this.#front === window) this.#show(history)
  }

  /** Another window is in front, or none. */
  follow(window: number | undefined): void {
    this.#front = window
    this.#show((window === undefined ? undefined : this.#said.get(window)) ?? NOTHING_SAID)
  }

  forget(window: number): void {
    this.#said.delete(window)
  }

  #show(history: HistoryWords): void {
    const isSame = history.undo === this.#history.undo && history.redo === this.#history.redo
    if (isSame || this.#language === undefined) return
    this.#history = history
    this.#install(this.#language)
  }

  #install(language: MenuLanguage): void {
    installMenu(
      language,
      process.platform,
      this.#history,
      this.#command,
      this.#openWindow,
      this.#openReleases,
    )
  }
}
