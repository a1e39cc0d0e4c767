import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from '../phrases.ts'
import { comparable } from './headline.ts'
import type { Page, PageLine } from './page/page.ts'
import type { LineSet } from './tools.ts'

/** Running text gains by its length, up to this; what is not running text loses. */
const MOST = 120

function weight(line: PageLine): number {
  const { units, isProse, isCut } = line.measure
  if (listHeadingKind(line.text) !== undefined || isOtherHeading(line.text)) return -90
  if (isFurniture(line.text)) return -8
  if (isInsert(line.text)) return -24
  if (line.linked > 0.6) return isProse ? -12 : -24
  if (isProse) return Math.min(units, MOST) * (1 - line.linked)
  if (isCut) return -18
  return /[。”」]$/u.test(line.text) ? Math.min(units, 8) : units >= 4 && units <= 40 ? -6 : -16
}

/** Steps through the tree from one line to the next: small inside an article, large where a page's part ends. */
function distance(page: Page, from: PageLine, to: PageLine): number {
  let a = page.elements[from.element]
  let b = page.elements[to.element]
  let steps = 0
  while (a !== b && a !== undefined && b !== undefined) {
    if (a.depth >= b.depth) a = page.elements[a.parent]
    else b = page.elements[b.parent]
    steps += 1
  }
  return steps
}

/** What the paragraph below the headline gains: a short article stands against long columns beside it. */
const OPENING = 150
const BELOW = 12

/** The first paragraph below the line that the page's title begins with; -1 where the page shows none. */
function openingOf({ lines }: Page, aside: ReadonlySet<number>, title: string): number {
  const wanted = comparable(title)
  const shown = lines.find(line => {
    const words = line.isHidden || line.measure.units > 90 ? '' : comparable(line.text)
    return words.length >= 6 && wanted.startsWith(words)
  })
  if (shown === undefined) return -1
  const below = lines.slice(shown.index + 1, shown.index + 1 + BELOW)
  const first = below.find(
    line => line.measure.isProse && line.linked < 0.3 && !line.isHidden && !aside.has(line.element),
  )
  return first?.index ?? -1
}

/**
 * The run of lines whose weights add up to the most (Kadane's algorithm), where stepping far through the tree
 * costs as well. Parts that the page itself calls comments, navigation and the like take no part.
 */
export function densityLines(page: Page, aside: ReadonlySet<number>, title: string): LineSet {
  const opening = openingOf(page, aside, title)
  let best = { sum: 0, first: -1, last: -1 }
  let sum = 0
  let first = 0
  let previous: PageLine | undefined
  for (const line of page.lines) {
    if (line.isHidden) continue
    const isAside = aside.has(line.element)
    if (previous !== undefined && sum > 0) sum -= Math.max(0, distance(page, previous, line) - 4) * 6
    if (sum <= 0) {
      sum = 0
      first = line.index
    }
    sum += isAside ? Math.min(0, weight(line)) * 0.3 : weight(line)
    if (line.index === opening) sum += OPENING
    if (sum > best.sum) best = { sum, first, last: line.index }
    if (!isAside) previous = line
  }
  const lines = new Set<number>()
  for (const line of page.lines.slice(best.first === -1 ? 0 : best.first, best.last + 1))
    if (!line.isHidden && !aside.has(line.element)) lines.add(line.index)
  return lines
}
