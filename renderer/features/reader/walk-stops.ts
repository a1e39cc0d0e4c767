import type { KeyboardEvent } from 'react'

/** On the dates and the buttons within the body, which are none of them a tab stop of their own. */
export const WALK_STOP = { 'data-walk-stop': '' } as const

/** On what scrolls by itself: where it has the focus the arrows scroll it. */
export const OWN_ARROWS = { 'data-own-arrows': '' } as const

/** The place in a row of `count` that a key leads to from `here` (-1: before the first); undefined for other keys. */
export function nextStop(key: string, here: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowRight') return Math.min(here + 1, count - 1)
  if (key === 'ArrowLeft') return Math.max(here - 1, 0)
  return undefined
}

/**
 * A long article has dozens of dates and buttons: the body is one tab stop, and the left and right arrows walk
 * through them. Up and down go on scrolling.
 */
export function walkStops(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  if (event.target instanceof Element && event.target.matches('[data-own-arrows]')) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-walk-stop]')]
  const to = nextStop(
    event.key,
    stops.findIndex(stop => stop.matches(':focus')),
    stops.length,
  )
  if (to === undefined) return
  event.preventDefault()
  stops[to]?.focus()
}
