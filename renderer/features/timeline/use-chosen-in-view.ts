import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the chosen line in view when the list becomes lower, as it does when a strip comes above it or the window is made
 * smaller. One that the user has scrolled away from stays where it is.
 */
export function useChosenInView(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  line: number | undefined,
): void {
  const chosen = useRef(line)
  chosen.current = line
  useEffect(() => {
    const list = scroller.current
    if (list === null) return undefined
    let height = list.clientHeight
    const observer = new ResizeObserver(() => {
      const before = height
      height = list.clientHeight
      const place = chosen.current === undefined ? undefined : virtualizer.measurementsCache[chosen.current]
      if (place === undefined || height >= before) return
      const wasSeen = place.end > list.scrollTop && place.start < list.scrollTop + before
      if (wasSeen) virtualizer.scrollToIndex(place.index, { align: 'auto' })
    })
    observer.observe(list)
    return () => observer.disconnect()
  }, [scroller, virtualizer])
}
