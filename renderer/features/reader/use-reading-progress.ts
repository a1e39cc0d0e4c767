import { type RefObject, useEffect } from 'react'
import { passageToShow } from './passage-to-show.ts'
import { readingPlace, rememberPlace } from './reading-places.ts'

/** Writing it down takes longer than a frame has room for while something scrolls. */
const REMEMBER_MS = 300

/** The last of an article that is on show need not be its last pixel. */
const READ_TO_THE_END = 0.98

/** How much of what can be scrolled is above: all of it where nothing can. */
const progressOf = ({ scrollTop, scrollHeight, clientHeight }: Element): number =>
  scrollHeight - clientHeight < 1 ? 1 : Math.min(1, scrollTop / (scrollHeight - clientHeight))

/**
 * Goes back to where one stopped in the clipping, remembers how far one is, and draws it on `mark` as a share of its
 * width. A passage that is asked for comes first. `id` is undefined where nothing is to be followed.
 */
export function useReadingProgress(
  id: string | undefined,
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  mark: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const pane = scroller.current
    if (id === undefined || pane === null) return undefined
    const draw = () => {
      const canScroll = pane.scrollHeight - pane.clientHeight >= 1
      mark.current?.style.setProperty('transform', `scaleX(${canScroll ? progressOf(pane) : 0})`)
    }
    const place = readingPlace(id)
    if (place !== undefined && passageToShow.get()?.clipping !== id) {
      const block = body.current?.querySelector(`[data-order="${place.order}"]`)?.getBoundingClientRect()
      const { top } = pane.getBoundingClientRect()
      if (block) pane.scrollTop += block.top + block.height * place.above - top
    }
    draw()
    const remember = () => {
      const { top } = pane.getBoundingClientRect()
      const isDone = progressOf(pane) >= READ_TO_THE_END
      const blocks = [...(body.current?.querySelectorAll<HTMLElement>('[data-order]') ?? [])]
      const first = blocks.find(block => block.getBoundingClientRect().bottom > top + 1)
      const order = Number(first?.dataset['order'])
      const isBegun = pane.scrollTop > 0 && first !== undefined && Number.isInteger(order)
      if (isDone || !isBegun) return rememberPlace(id, undefined)
      const box = first.getBoundingClientRect()
      rememberPlace(id, { order, above: Math.min(1, Math.max(0, (top - box.top) / box.height)) })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      draw()
      clearTimeout(timer)
      timer = setTimeout(remember, REMEMBER_MS)
    }
    pane.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      pane.removeEventListener('scroll', onScroll)
      clearTimeout(timer)
    }
  }, [id, scroller, body, mark])
}
