import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import type { Span } from '../../../electron/core/model/wrap-spans.ts'

type Stretch = Pick<Span, 'start' | 'end'>

/** What is left of the stretch between the dates, which are in order: its longest piece, of two as long the first. */
function longestBeside({ start, end }: Stretch, dates: readonly Stretch[]): Stretch {
  const pieces: Stretch[] = []
  let from = start
  for (const date of dates) {
    if (date.end <= from || date.start >= end) continue
    pieces.push({ start: from, end: date.start })
    from = date.end
  }
  pieces.push({ start: from, end })
  return pieces.reduce((longest, piece) =>
    piece.end - piece.start > longest.end - longest.start ? piece : longest,
  )
}

/**
 * Where the sources of a block are marked, each with its number, in order. A date among a source's words is marked as a
 * date, and what can be pressed never stands in what can be pressed.
 */
export const sourceSpans = (sources: readonly CreditedSource[], dates: readonly Stretch[]): Span[] =>
  sources
    .map((source, index) => ({ ...longestBeside(source, dates), index }))
    .filter(({ start, end }) => start < end)
