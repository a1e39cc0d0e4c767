import { type BrowserWindow, screen } from 'electron'
import { MOST_WINDOWS, type RememberedWindows } from './remembered-windows.ts'
import { appWindows, currentWindow, openWindow } from './window.ts'
import { fitted, newPlace, type WindowForm, type WindowPlace } from './window-places.ts'

/** What changes where a window is, or how large. */
const MOVED = ['resize', 'move', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'] as const

const routeOf = (window: BrowserWindow): string => {
  const url = window.webContents.getURL()
  return URL.canParse(url) ? new URL(url).hash : ''
}

const placeOf = (window: BrowserWindow): WindowPlace => {
  const { x, y, width, height } = window.getNormalBounds()
  const route = routeOf(window)
  return {
    x,
    y,
    width,
    height,
    isMaximized: window.isMaximized(),
    isFullScreen: window.isFullScreen(),
    route,
  }
}

/** The main display first: it is what others are measured by. */
const workAreas = (): Electron.Rectangle[] => {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

/** Opens the app's windows, and remembers where each was and what it showed, for the next start. */
export class AppWindows {
  readonly #remembered: RememberedWindows
  readonly #opened: (window: BrowserWindow) => void
  #isEnding = false

  /** `opened` is told of each window as soon as there is one. */
  constructor(remembered: RememberedWindows, opened: (window: BrowserWindow) => void) {
    this.#remembered = remembered
    this.#opened = opened
  }

  /** Opens the windows that were open when the app ended, at least one. */
  openLast(): void {
    const { last } = this.#remembered
    const places = last.length === 0 ? [newPlace('', 'whole', undefined)] : last
    for (const [at, place] of places.entries())
      this.#openAt(place, at === places.length - 1 ? 'front' : 'behind')
  }

  /** Opens one beside that in front, at a route of its own or the same; false where there are too many. */
  open(form: WindowForm, route?: string): boolean {
    if (appWindows().length >= MOST_WINDOWS) return false
    const front = currentWindow()
    const same = front === undefined ? '' : routeOf(front)
    this.#openAt(newPlace(route ?? same, form, front?.getNormalBounds()))
    return true
  }

  /** Whether this is the window in front; any is while there is none. */
  isInFront(window: number): boolean {
    const front = currentWindow()
    return front === undefined || front.webContents.id === window
  }

  /** Brings the window in front to the user; where none is open, that of the end of the last. */
  show(): void {
    const window = currentWindow()
    if (window === undefined) {
      const last = this.#remembered.last.at(-1)
      this.#openAt(last ?? newPlace('', 'whole', undefined))
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  /** The app ends: windows that close from now on are still those to be opened again. */
  async end(): Promise<void> {
    this.#remember()
    this.#isEnding = true
    await this.#remembered.settled()
  }

  #openAt(place: WindowPlace, where: 'front' | 'behind' = 'front'): void {
    const window = openWindow(fitted(place, workAreas()), where)
    const remember = () => this.#remember()
    for (const event of MOVED) window.on(event as 'resize', remember)
    window.on('focus', remember)
    // The last one that is closed is the one to begin with again, so it is remembered before it is gone.
    window.on('close', remember)
    window.on('closed', remember)
    window.webContents.on('did-navigate-in-page', remember)
    this.#opened(window)
  }

  #remember(): void {
    const windows = appWindows().filter(window => !window.isDestroyed())
    if (this.#isEnding || windows.length === 0) return
    this.#remembered.remember(windows.map(placeOf))
  }
}
