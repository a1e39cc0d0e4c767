import type { Draft, Line, Step } from './draft.ts'
import { isDatedLine } from './list-entries.ts'
import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'

/** Running text gains by its length, up to this; what is not running text loses. */
const MOST = 120
const HEADING_LOSS = -90
const FURNITURE_LOSS = -8
const LINK_LOSS = -24
const SUBHEADING_LOSS = -6
const CUT_LOSS = -18

/** Three dated lines with at most so many lines between them are the rhythm of a list or of comments. */
const RHYTHM = 3
const RHYTHM_GAP = 12
const RHYTHM_LOSS = -30

/** Indexes of lines between times that follow each other: entries of a list or comments, whatever their length. */
function inRhythm(lines: readonly Line[], language: string): Set<number> {
  const times = lines.flatMap((line, index) => (isDatedLine(line, language) ? [index] : []))
  const found = new Set<number>()
  let run: number[] = []
  for (const [position, at] of times.entries()) {
    run.push(at)
    const next = times[position + 1]
    if (next !== undefined && next - at <= RHYTHM_GAP) continue
    if (run.length >= RHYTHM)
      for (let index = (run[0] ?? 0) - 1; index <= at + 2; index += 1) found.add(index)
    run = []
  }
  return found
}

/** A short line that stands there so often parts paragraphs (`Article content`), or is a button: it ends no text. */
const OFTEN = 5
const OFTEN_UNITS = 12

function oftenIn(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { text, measure } of lines)
    if (measure.units <= OFTEN_UNITS) counts.set(text, (counts.get(text) ?? 0) + 1)
  return new Set([...counts].flatMap(([text, count]) => (count >= OFTEN ? [text] : [])))
}

const BLURB_UNITS = 80
const BLURB_GAP = 12

/** A headline may be a question: alone in its line, it gains little. */
const QUESTION_GAIN = 6
const QUESTION_UNITS = 50
const isQuestion = ({ text, measure }: Line): boolean =>
  measure.units <= QUESTION_UNITS && /[?？]["'”’」]?$/u.test(text) && !/[.。!！”"]/u.test(text.slice(0, -1))

function weight(line: Line): number {
  const { units, isProse, isCut } = line.measure
  if (listHeadingKind(line.text) !== undefined || isOtherHeading(line.text)) return HEADING_LOSS
  if (isFurniture(line.text)) return FURNITURE_LOSS
  if (isInsert(line.text)) return LINK_LOSS
  if (isProse) return isQuestion(line) ? QUESTION_GAIN : Math.min(units, MOST)
  if (isCut) return CUT_LOSS
  if (/[。”」]$/u.test(line.text)) return Math.min(units, 8)
  return line.gap && units >= 4 && units <= 40 ? SUBHEADING_LOSS : LINK_LOSS
}

/**
 * Indexes of the blurbs of a list: below its heading, sentences that stand right under a headline. The text goes on
 * where a sentence stands apart or follows another.
 */
function blurbsIn(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  /** The heading, or the blurb before: the list has ended where none follows soon. */
  let lastAt = Number.NEGATIVE_INFINITY
  for (const [index, { text, gap, measure }] of lines.entries()) {
    if (listHeadingKind(text) !== undefined) lastAt = index
    else if (measure.isProse && index - lastAt <= BLURB_GAP) {
      const isBlurb = !gap && measure.units <= BLURB_UNITS && lines[index - 1]?.measure.isProse === false
      lastAt = isBlurb ? index : Number.NEGATIVE_INFINITY
      if (isBlurb) found.add(index)
    }
  }
  return found
}

/**
 * Finds the running text: the run of lines whose weights add up to the most (Kadane's algorithm). Menus and
 * lists before and after lose by every line; a short interruption costs less than the text after it brings.
 */
export const mainText: Step = {
  name: 'main-text',
  run(draft: Draft): Draft {
    const rhythm = inRhythm(draft.lines, draft.language)
    const often = oftenIn(draft.lines)
    const blurbs = blurbsIn(draft.lines)
    let best = { sum: 0, first: -1, last: -1 }
    let sum = 0
    let first = 0
    for (const [index, line] of draft.lines.entries()) {
      if (sum <= 0) {
        sum = 0
        first = index
      }
      const alone = blurbs.has(index) ? CUT_LOSS : weight(line)
      const own = alone === LINK_LOSS && often.has(line.text) ? FURNITURE_LOSS : alone
      sum += rhythm.has(index) ? Math.min(own, RHYTHM_LOSS) : own
      if (sum > best.sum) best = { sum, first, last: index }
    }
    return { ...draft, main: { first: best.first, last: best.last } }
  },
}
