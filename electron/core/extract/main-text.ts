import type { Draft, Line, Step } from './draft.ts'
import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'

/** Running text gains by its length, up to this; what is not running text loses. */
const MOST = 120
const HEADING_LOSS = -90
const FURNITURE_LOSS = -8
const LINK_LOSS = -14
const SUBHEADING_LOSS = -6
const CUT_LOSS = -18

function weight(line: Line): number {
  const { units, isProse, isCut } = line.measure
  if (listHeadingKind(line.text) !== undefined || isOtherHeading(line.text)) return HEADING_LOSS
  if (isFurniture(line.text)) return FURNITURE_LOSS
  if (isInsert(line.text)) return LINK_LOSS
  if (isProse) return Math.min(units, MOST)
  if (isCut) return CUT_LOSS
  if (/[。”」]$/u.test(line.text)) return Math.min(units, 8)
  return line.gap && units >= 4 && units <= 40 ? SUBHEADING_LOSS : LINK_LOSS
}

/**
 * Finds the running text: the run of lines whose weights add up to the most (Kadane's algorithm). Menus and
 * lists before and after lose by every line; a short interruption costs less than the text after it brings.
 */
export const mainText: Step = {
  name: 'main-text',
  run(draft: Draft): Draft {
    let best = { sum: 0, first: -1, last: -1 }
    let sum = 0
    let first = 0
    for (const [index, line] of draft.lines.entries()) {
      if (sum <= 0) {
        sum = 0
        first = index
      }
      sum += weight(line)
      if (sum > best.sum) best = { sum, first, last: index }
    }
    return { ...draft, main: { first: best.first, last: best.last } }
  },
}
