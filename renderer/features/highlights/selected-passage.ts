import { placesOfTexts } from '../../../electron/core/model/block-text.ts'
import type { Block, Body } from '../../../electron/core/model/body.ts'
import type { BlockPlace } from '../../../electron/core/model/body-places.ts'

/** A passage of the body on show, and where in the window it is. */
export interface Passage {
  readonly from: BlockPlace
  readonly to: BlockPlace
  readonly text: string
}

/** The place in a block's words that lies behind so many characters of its texts. */
function placeAfter(block: Block, characters: number, isEnd: boolean): number {
  let passed = 0
  let last = 0
  for (const { place, length } of placesOfTexts(block)) {
    const within = characters - passed
    if (isEnd ? within <= length : within < length) return place + within
    passed += length
    last = place + length
  }
  return last
}

/** How many characters of a block's texts lie before a boundary of the selection. */
function charactersBefore(element: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

const orderOf = (element: Element): number => Number(element.getAttribute('data-order'))

/** What is selected of the body that `container` shows; undefined where that is nothing. */
export function selectedPassage(container: Element, body: Body): Passage | undefined {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(container)) return undefined
  const text = selection.toString().trim()
  const shown = [...container.querySelectorAll('[data-order]')].filter(each => range.intersectsNode(each))
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || text === '') return undefined
  const blockOf = (element: Element): Block | undefined =>
    body.children.find(block => block.properties.dataOrder === orderOf(element))
  const [firstBlock, lastBlock] = [blockOf(first), blockOf(last)]
  if (firstBlock === undefined || lastBlock === undefined) return undefined
  const before = first.contains(range.startContainer)
    ? charactersBefore(first, range.startContainer, range.startOffset)
    : 0
  const until = last.contains(range.endContainer)
    ? charactersBefore(last, range.endContainer, range.endOffset)
    : Number.POSITIVE_INFINITY
  return {
    from: { order: orderOf(first), at: placeAfter(firstBlock, before, false) },
    to: { order: orderOf(last), at: placeAfter(lastBlock, until, true) },
    text,
  }
}

/** Selects the sentence behind what is selected, or the first one on show; with `isExtending` adds it to the selection. */
export function selectSentence(container: HTMLElement, isExtending: boolean): void {
  const selection = getSelection()
  if (selection === null) return
  const isWithin = selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(container)
  if (!isWithin) {
    const top = container.closest('[data-scroller]')?.getBoundingClientRect().top ?? 0
    const blocks = [...container.querySelectorAll('[data-order]')]
    const first = blocks.find(block => block.getBoundingClientRect().bottom > top + 8)
    if (first === undefined) return
    selection.collapse(first, 0)
  } else if (!isExtending) selection.collapseToEnd()
  // A boundary between two sentences belongs to the one before: from there the first step goes nowhere.
  for (let steps = 0; steps < 3; steps++) {
    const before = selection.toString().trim().length
    selection.modify('extend', 'forward', 'sentence')
    if (selection.toString().trim().length > before) break
  }
  const place = selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : undefined
  if (place !== undefined && place.bottom > innerHeight - 80)
    container.closest('[data-scroller]')?.scrollBy({ top: innerHeight / 3 })
}
