import { passagePlace, searched } from '../body/passage-place.ts'
import { textOf } from '../body/text.ts'
import { quoteAt } from '../library/reanchor.ts'
import type { Body } from '../model/body.ts'
import { HIGHLIGHT_COLOURS, type Highlight } from '../model/highlight.ts'
import type { Instant } from '../model/identifiers.ts'
import type { ImportedHighlight } from '../model/import-item.ts'

const COLOURS: Readonly<Record<string, Highlight['colour']>> = {
  orange: 'yellow',
  pink: 'red',
  purple: 'red',
  magenta: 'red',
  cyan: 'blue',
  teal: 'green',
}

function colourOf(name: string | undefined): Highlight['colour'] {
  const known = name?.toLowerCase() ?? ''
  return HIGHLIGHT_COLOURS.find(colour => colour === known) ?? COLOURS[known] ?? 'yellow'
}

/**
 * Highlights that came with a document, in its body's own terms. A passage is found by its letters, else by its words,
 * whatever white space is between them; one that is not in the body keeps its words and has no position.
 */
export function highlightsFrom(
  imported: readonly ImportedHighlight[],
  body: Body,
  { id, at }: { readonly id: () => string; readonly at: Instant },
): Highlight[] {
  if (imported.length === 0) return []
  const text = textOf(body)
  const whole = searched(text)
  return imported.flatMap(({ text: passage, nth, note, colour, madeAt }) => {
    const exact = passage.trim()
    if (exact === '') return []
    const highlight = {
      id: id(),
      colour: colourOf(colour),
      ...(note === undefined || note === '' ? {} : { note }),
      madeAt: madeAt ?? at,
    }
    const position = passagePlace(whole, exact, nth)
    return [
      position === undefined
        ? { ...highlight, quote: { exact, prefix: '', suffix: '' } }
        : { ...highlight, quote: quoteAt(text, position.start, position.end), position },
    ]
  })
}
