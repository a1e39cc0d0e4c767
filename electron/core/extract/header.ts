import { creditsIn } from './credit-labels.ts'
import type { Draft } from './draft.ts'
import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'

/** Lines above a title that may still carry its date or byline. */
const ABOVE = 6

/** The lines around the title that state fields, as indexes: `above` it, and `below` it down to the text. */
export interface Header {
  readonly above: readonly number[]
  readonly below: readonly number[]
  /** Index of the first line of running text. */
  readonly textAt: number
}

export function headerOf(draft: Draft): Header {
  const textAt = firstText(draft)
  const from = draft.titleAt === -1 ? Math.max(0, textAt - ABOVE) : draft.titleAt + 1
  const above = draft.titleAt === -1 ? [] : indexes(Math.max(0, draft.titleAt - ABOVE), draft.titleAt)
  return { above, below: indexes(from, textAt), textAt }
}

/** The lines at the end of the running text and below it that may state fields: not those of a list. */
export function tailOf(draft: Draft): number[] {
  const { last } = draft.main
  if (last === -1) return indexes(Math.max(draft.titleAt + 1, draft.lines.length - TAIL), draft.lines.length)
  const from = Math.max(headerOf(draft).textAt, last - TAIL)
  const below = indexes(last + 1, Math.min(draft.lines.length, last + 1 + TAIL))
  const list = below.find(index => isHeading(draft.lines[index]?.text ?? ''))
  return indexes(from, list ?? Math.min(draft.lines.length, last + 1 + TAIL))
}

const TAIL = 12

const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)

/** A summary may stand between the title and the lines that state fields: so many lines, none longer. */
const SUMMARY_LINES = 3
const SUMMARY_UNITS = 130

const isByline = (text: string): boolean => text.length <= 120 && /^by\s\p{Lu}/iu.test(text)

/** Index of the last line under the title that states a field; the title's own where none does. */
function lastStated({ lines, titleAt, language }: Draft): number {
  let last = titleAt
  let prose = 0
  if (titleAt === -1) return last
  for (let index = titleAt + 1; index < Math.min(lines.length, titleAt + HEADER_LINES); index += 1) {
    const line = lines[index]
    if (line === undefined || isHeading(line.text)) break
    const { credits, stamps, isWhole } = creditsIn(line.text, language)
    const isStated = isWhole && (stamps.length > 0 || credits.some(({ role }) => role !== 'photo'))
    if (isStated || isByline(line.text)) last = index
    else if (line.measure.isProse) prose += 1
    if (prose > SUMMARY_LINES || line.measure.units > SUMMARY_UNITS) break
  }
  return last
}

const HEADER_LINES = 24

const isHeading = (text: string): boolean => listHeadingKind(text) !== undefined || isOtherHeading(text)

function firstText(draft: Draft): number {
  const { lines, main, titleAt, language } = draft
  const stated = lastStated(draft)
  for (let index = stated + 1; index <= main.last; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    if (index < main.first && titleAt === -1) continue
    const isText = line.measure.isProse && !isFurniture(line.text) && !isInsert(line.text)
    if (isText && !creditsIn(line.text, language).isWhole && !/^by\s/i.test(line.text)) return index
  }
  return main.first === -1 ? Math.min(stated + 1, lines.length) : Math.max(main.first, stated + 1)
}
