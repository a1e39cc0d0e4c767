import { findStamps } from '../dates/stamp.ts'
import { creditsIn } from './credit-labels.ts'
import { backs, type Draft, type Line, type Step } from './draft.ts'
import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'
import { pictureCreditIn } from './picture-credit.ts'

/** How far above the running text a title is looked for. */
const REACH = 40
/** `（原标题：…）`: how another outlet headed the same text. */
const ORIGINAL_TITLE = /^[（(【[]?原(?:标题|標題|题|題)[:：]/u
const BODY_SAMPLE = 4_000

/** Overlapping pairs of CJK characters and words of other scripts: what a headline shares with its article. */
function terms(text: string): Set<string> {
  const found = new Set<string>()
  for (const run of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]{3,}/gu)) {
    const word = run[0]
    if (!/\p{Script=Han}/u.test(word)) found.add(word)
    else for (let at = 0; at + 1 < word.length; at += 1) found.add(word.slice(at, at + 2))
  }
  return found
}

function overlap(title: string, body: ReadonlySet<string>): number {
  const words = terms(title)
  let shared = 0
  for (const word of words) if (body.has(word)) shared += 1
  return words.size === 0 ? 0 : shared / words.size
}

const isDated = (line: Line, language: string): boolean =>
  line.text.length <= 160 && findStamps(line.text, language).length > 0

/** Not a button, a heading of a list, a byline, a caption or a date. */
function isPossible(draft: Draft, { text, measure }: Line): boolean {
  if (measure.units < 3 || measure.units > 90 || text.length > 240) return false
  if (isFurniture(text) || listHeadingKind(text) !== undefined || isOtherHeading(text)) return false
  if (creditsIn(text, draft.language).isWhole || /^by\s/i.test(text)) return false
  if (pictureCreditIn(text) !== undefined || isInsert(text) || ORIGINAL_TITLE.test(text)) return false
  return findStamps(text, draft.language).every(
    stamp => !stamp.hasTime && (stamp.end - stamp.start) * 2 <= text.length,
  )
}

function score(
  draft: Draft,
  index: number,
  end: number,
  body: ReadonlySet<string>,
  repeated: boolean,
): number {
  const line = draft.lines[index]
  if (line === undefined) return Number.NEGATIVE_INFINITY
  const { units, isCut } = line.measure
  const { text } = line
  if (!isPossible(draft, line)) return Number.NEGATIVE_INFINITY
  const after = draft.lines.slice(index + 1, index + 6)
  const near = [...draft.lines.slice(Math.max(0, index - 2), index), ...after]
  let total = overlap(text, body) * 12 + Math.min(units, 16) / 2
  total -= Math.min(end - index, REACH) * 0.35
  if (near.some(other => isDated(other, draft.language))) total += 4
  if (after.slice(0, 3).some(other => isDated(other, draft.language))) total += 2
  if (repeated) total += 3
  if (index === 0) total += 2
  if (units < 8) total -= 4
  if (line.gap || index === 0) total += 1
  if (after[0]?.gap === true) total += 1
  if (/[。.;；:：,，]$/u.test(text)) total -= units >= 20 ? 10 : 6
  if (isCut) total -= 4
  if (/(?:[>›»|]|\s-\s|[\p{Script=Han}]_[\p{Script=Han}])/u.test(text)) total -= 6
  if (/[>›»].*[>›»]/u.test(text)) total -= 8
  return total
}

/**
 * The headline: the line above the running text that shares most with it, near a date, set apart, of a
 * headline's length. A document whose lines above the text are all something else states no title.
 */
export const title: Step = {
  name: 'title',
  run(draft: Draft): Draft {
    const { lines, main } = draft
    if (main.first === -1) return titleOfShortText(draft)
    const start = firstParagraph(draft)
    const from = Math.max(0, start - REACH)
    const body = terms(
      lines
        .slice(start, main.last + 1)
        .map(line => line.text.slice(0, BODY_SAMPLE))
        .join('\n')
        .slice(0, BODY_SAMPLE),
    )
    const counts = new Map<string, number>()
    for (const line of lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
    let best = { index: -1, value: 4 }
    for (let index = from; index < start; index += 1) {
      const value = score(draft, index, start, body, (counts.get(lines[index]?.text ?? '') ?? 0) > 1)
      if (value >= best.value) best = { index, value }
    }
    return best.index === -1 ? draft : withTitle(draft, topOf(draft, best.index, body))
  },
}

/** A summary below the headline can share more with the text: of headline-like lines in a row the first is taken. */
function topOf(draft: Draft, index: number, body: ReadonlySet<string>): number {
  const above = draft.lines[index - 1]
  if (above === undefined || above.measure.units < 9 || above.measure.units > 60) return index
  const isHeadline = isPossible(draft, above) && !/[。.;；:：,，]$/u.test(above.text)
  return isHeadline && overlap(above.text, body) >= 0.3 ? topOf(draft, index - 1, body) : index
}

/** The first line of the running text that is a paragraph beyond doubt: a headline can pass for prose. */
function firstParagraph({ lines, main }: Draft): number {
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

function withTitle(draft: Draft, index: number): Draft {
  const line = draft.lines[index]
  if (line === undefined) return draft
  return { ...backs(draft, index, ['title']), title: line.text, titleAt: index }
}
