import { type RefObject, useEffect } from 'react'
import { placesOfTexts } from '../../../electron/core/model/block-text.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useStore } from '../../state/store.ts'
import { passageToShow } from './passage-to-show.ts'

/** The name under which the style sheet finds the passage: the text itself stays as it is. */
const NAME = 'passage'

/** Scrolls to the passage that was asked for, and marks it until the article is another or something is pressed. */
export function usePassageToShow(
  kept: Output<'clipping:get'> | undefined,
  container: RefObject<HTMLElement | null>,
): void {
  const wanted = useStore(passageToShow)
  useEffect(() => {
    if (wanted === undefined || wanted.clipping !== kept?.clipping.id) return undefined
    const { place } = wanted
    const block = kept.article.body.children.find(each => each.properties.dataOrder === place?.order)
    const element = container.current?.querySelector(`[data-order="${place?.order}"]`)
    if (!place || !block || !element) {
      passageToShow.set(undefined)
      return undefined
    }
    const range = rangeIn(element, block, place.start, place.end)
    CSS.highlights.set(NAME, new Highlight(range))
    const scroller = element.closest('[data-scroller]')
    const [at, pane] = [range.getBoundingClientRect(), scroller?.getBoundingClientRect()]
    if (scroller && pane) void scroller.scrollBy({ top: at.top - pane.top - pane.height / 3 })
    const clear = () => passageToShow.set(undefined)
    window.addEventListener('keydown', clear, { once: true })
    window.addEventListener('pointerdown', clear, { once: true })
    return () => {
      CSS.highlights.delete(NAME)
      window.removeEventListener('keydown', clear)
      window.removeEventListener('pointerdown', clear)
    }
  }, [wanted, kept, container])
}

/** The range of an element that shows a block, from one place of the block's words to another. */
function rangeIn(element: Element, block: Block, start: number, end: number): Range {
  let passed = 0
  const before = (place: number): number => {
    passed = 0
    for (const text of placesOfTexts(block)) {
      if (place <= text.place + text.length) return passed + Math.max(0, place - text.place)
      passed += text.length
    }
    return passed
  }
  const [from, to] = [before(start), before(end)]
  const range = document.createRange()
  range.selectNodeContents(element)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (from >= at && from <= at + length) range.setStart(node, from - at)
    if (to >= at && to <= at + length) {
      range.setEnd(node, to - at)
      break
    }
    at += length
  }
  return range
}
