import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Place {
  readonly line: number
  readonly start: number
  readonly end: number
}

/**
 * Keeps the chosen line in view where the list moves it out: when the list becomes lower, as it does when a strip comes
 * above it or the window is made smaller, and when lines above it come and turn out higher than they were taken to be. One
 * that the user has scrolled away from stays where it is.
 *
 * @param top the height in pixels of what covers the top of the list
 */
export function useChosenInView(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  line: number | undefined,
  top: number,
): void {
  const last = useRef<Place>(undefined)
  // An empty list has no element, and one that is filled again has another.
  const [list, setList] = useState<HTMLElement | null>(null)
  // Each time, because where a line is comes to be known while the list is rendered.
  useLayoutEffect(() => {
    setList(scroller.current)
    const before = last.current
    const place = line === undefined ? undefined : virtualizer.measurementsCache[line]
    last.current = place && { line: place.index, start: place.start, end: place.end }
    const shown = scroller.current
    // One that was just chosen is scrolled to by the list.
    if (shown === null || last.current === undefined || before?.line !== last.current.line) return
    // What the list is scrolled by has not changed since, so the place before says whether the line was on show.
    const { clientHeight } = shown
    if (isOnShow(before, shown, clientHeight, top) && !isOnShow(last.current, shown, clientHeight, top))
      virtualizer.scrollToIndex(last.current.line, { align: 'auto' })
  })
  useEffect(() => {
    if (list === null) return undefined
    let height = list.clientHeight
    const observer = new ResizeObserver(() => {
      const before = height
      height = list.clientHeight
      if (last.current !== undefined && height < before && isOnShow(last.current, list, before, top))
        virtualizer.scrollToIndex(last.current.line, { align: 'auto' })
    })
    observer.observe(list)
    return () => observer.disconnect()
  }, [list, virtualizer, top])
}

/** Whether a place is wholly in view, below what covers the top of the list. */
function isOnShow({ start, end }: Place, { scrollTop }: HTMLElement, height: number, top: number): boolean {
  // Where the display is scaled, heights are fractions of a pixel, and what a list is scrolled by is not.
  return start >= scrollTop + top - 1 && end <= scrollTop + height + 1
}
