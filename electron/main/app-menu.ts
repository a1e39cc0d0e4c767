import type { Input, Payload } from '../ipc/contract.ts'
import { installMenu } from './menu.ts'
import type { MenuLanguage } from './menu-words.ts'

type HistoryWords = Input<'menu:say-history'>

const NOTHING_SAID: HistoryWords = { undo: null, redo: null }

/** The native menu as it is now: made anew when the language or what can be undone is another. */
export class AppMenu {
  readonly #command: (name: Payload<'menu:command'>['command']) => void
  readonly #openReleases: (() => void) | undefined
  #language: MenuLanguage | undefined
  #history = NOTHING_SAID

  constructor(command: (name: Payload<'menu:command'>['command']) => void, openReleases?: () => void) {
    this.#command = command
    this.#openReleases = openReleases
  }

  /** What was said in another language is left out until it is said in this one. */
  speak(language: MenuLanguage): void {
    if (language === this.#language) return
    this.#language = language
    this.#history = NOTHING_SAID
    this.#install(language)
  }

  /** What Undo and Redo are about. */
  say(history: HistoryWords): void {
    const isSame = history.undo === this.#history.undo && history.redo === this.#history.redo
    if (isSame || this.#language === undefined) return
    this.#history = history
    this.#install(this.#language)
  }

  #install(language: MenuLanguage): void {
    installMenu(language, process.platform, this.#history, this.#command, this.#openReleases)
  }
}
