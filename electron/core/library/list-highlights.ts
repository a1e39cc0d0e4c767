import type { Clipping } from '../model/clipping.ts'
import { HIGHLIGHT_COLOURS, type Highlight } from '../model/highlight.ts'
import { fold, wordsOf } from '../search/fold.ts'

/** A clipping with what is highlighted in its article. */
export interface Highlighted {
  readonly clipping: Clipping
  readonly highlights: readonly Highlight[]
}

/** One highlight, and the clipping that it is in. */
export interface Marked {
  readonly clipping: Clipping
  readonly highlight: Highlight
}

export interface HighlightFilter {
  /** Words that are all in the passage, its note, the headline or the outlet; none where it is white space. */
  readonly query: string
  /** Every colour where it is empty. */
  readonly colours: readonly Highlight['colour'][]
  /** Those with a note alone. */
  readonly isNoted: boolean
}

export interface HighlightList {
  /** The last made first. */
  readonly marked: readonly Marked[]
  /** How many of each colour there would be if all colours were asked for. */
  readonly counts: Readonly<Record<Highlight['colour'], number>>
}

/** The highlights of a library that fit the filter. */
export function listHighlights(all: readonly Highlighted[], filter: HighlightFilter): HighlightList {
  const words = wordsOf(filter.query)
  const fits = ({ clipping, highlight }: Marked): boolean => {
    if (filter.isNoted && highlight.note === undefined) return false
    if (words.length === 0) return true
    const text = fold(
      [highlight.quote.exact, highlight.note, clipping.title, clipping.source?.name]
        .filter(Boolean)
        .join('\n'),
    )
    return words.every(word => text.includes(word))
  }
  const ofAnyColour = all
    .flatMap(({ clipping, highlights }) => highlights.map(highlight => ({ clipping, highlight })))
    .filter(fits)
  const counts = { yellow: 0, green: 0, blue: 0, red: 0 } satisfies Record<Highlight['colour'], number>
  for (const { highlight } of ofAnyColour) counts[highlight.colour]++
  const colours = new Set(filter.colours.length === 0 ? HIGHLIGHT_COLOURS : filter.colours)
  return {
    marked: ofAnyColour.filter(({ highlight }) => colours.has(highlight.colour)).sort(lastMadeFirst),
    counts,
  }
}

const lastMadeFirst = ({ highlight: a }: Marked, { highlight: b }: Marked): number =>
  a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1
