import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.text-size'
/** Sizes of the article's text in the reader, in pixels; headlines go along. */
const SIZES = [14, 15, 16, 17, 18, 20, 22, 25] as const
const NORMAL = SIZES.indexOf(17)
/** The headline is so many times as large. */
const TITLE = 27 / 17

function remembered(): number {
  const kept = SIZES.findIndex(size => String(size) === window.localStorage.getItem(REMEMBERED))
  return kept < 0 ? NORMAL : kept
}

/** Which of the sizes is on, from the smallest. */
const size = createStore(NORMAL)

/** Sets the size on the document, where the styles of the reader take it from. */
function apply(next: number): void {
  size.set(next)
  const { style } = document.documentElement
  const px = SIZES[next] ?? SIZES[NORMAL]
  if (next === NORMAL) {
    style.removeProperty('--text-body')
    style.removeProperty('--text-title')
  } else {
    style.setProperty('--text-body', `${px}px`)
    style.setProperty('--text-title', `${Math.round((px ?? 17) * TITLE)}px`)
  }
}

/** Goes back to the size that was last chosen on this machine. */
export const recallTextSize = (): void => apply(remembered())

/** One size larger or smaller, as far as there is one, or the normal one. */
export function changeTextSize(by: 1 | -1 | 'normal'): void {
  const next = by === 'normal' ? NORMAL : Math.min(Math.max(size.get() + by, 0), SIZES.length - 1)
  apply(next)
  window.localStorage.setItem(REMEMBERED, String(SIZES[next]))
}
