import { findStamps } from '../dates/stamp.ts'
import { creditsIn } from './credit-labels.ts'
import { backs, type Draft, type Line, type Step } from './draft.ts'
import { headlineScore, type Page, pageOf } from './headline-signs.ts'
import { isFurniture, withoutListMark } from './phrases.ts'

const isDated = (line: Line, language: string): boolean =>
  line.text.length <= 160 && findStamps(line.text, language).length > 0

/** How far above the running text a title is looked for, and how many lines into it. */
const REACH = 60
const REACH_INTO = 2
/** Notices and words of a picture can pass for text: so far below them a title is looked for that has its date below. */
const REACH_BELOW = 9
const DATE_BELOW = 3
/** Less speaks against the best line than for it: a page of menus alone states no title. */
const LEAST = 1

/** The lines that may be the headline, as indexes. */
export function reachOf({ lines, start, isDated }: Page): number[] {
  const from = Math.max(0, start - REACH)
  const indexes = Array.from(
    { length: Math.max(0, Math.min(lines.length, start + REACH_BELOW) - from) },
    (_, step) => from + step,
  )
  const hasDateBelow = (index: number): boolean =>
    Array.from({ length: DATE_BELOW }, (_, step) => index + 1 + step).some(isDated)
  return indexes.filter(
    index => index < start + REACH_INTO || (lines[index]?.measure.isProse === false && hasDateBelow(index)),
  )
}

/**
 * The headline: of the lines above the running text the one for which most speaks. A document whose lines above
 * the text are all something else states no title.
 */
export const title: Step = {
  name: 'title',
  run(draft: Draft): Draft {
    if (draft.main.first === -1) return titleOfShortText(draft)
    const page = pageOf(draft, firstParagraph(draft))
    let best = { index: -1, score: LEAST }
    for (const index of reachOf(page)) {
      if (!page.isPossible(index)) continue
      const score = headlineScore(index, page)
      if (score > best.score) best = { index, score }
    }
    return best.index === -1 ? draft : withTitle(draft, best.index)
  },
}

/** The first line of the running text that is a paragraph beyond doubt: a headline can pass for prose. */
export function firstParagraph({ lines, main }: Draft): number {
  for (let index = main.first; index <= main.last; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const { units, isProse, cjk } = line.measure
    if (!isProse) continue
    const isSentence =
      cjk > 0.4 ? line.text.includes('。') : units >= 30 && /[.!?]["”’)]*$|[.!?] /u.test(line.text)
    if (isSentence || units > 90) return index
  }
  return main.first
}

/** A text without running text: its first line is the title if it can be one and something follows. */
function titleOfShortText(draft: Draft): Draft {
  const line = draft.lines[0]
  if (line === undefined || draft.lines.length < 2) return draft
  const { units } = line.measure
  const isPlain = !isFurniture(line.text) && !creditsIn(line.text, draft.language).isWhole
  return units >= 2 && units <= 60 && isPlain && !isDated(line, draft.language) ? withTitle(draft, 0) : draft
}

/**
 * A quotation that a page sets above its headline, which nothing parts from it once the page is text; in scripts with
 * capitals alone, since Chinese sets no space behind a quotation.
 */
const QUOTATION_ABOVE = /^(?:"[^"]{3,80}"|“[^“”]{3,80}”|„[^„“”]{3,80}[“”]|«[^«»]{3,80}»)(?=\p{Lu}\p{L})/u

function withTitle(draft: Draft, index: number): Draft {
  const line = draft.lines[index]
  if (line === undefined) return draft
  return {
    ...backs(draft, index, ['title']),
    title: withoutListMark(line.text).replace(QUOTATION_ABOVE, ''),
    titleAt: index,
  }
}
