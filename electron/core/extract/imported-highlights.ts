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

/** A text without white space, and where each of its characters stands in the whole. */
function squeezed(text: string): { readonly characters: string; readonly places: readonly number[] } {
  const places: number[] = []
  let characters = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (/\s/u.test(unit)) continue
    characters += unit
    places.push(at)
  }
  return { characters, places }
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
  const whole = squeezed(text)
  return imported.flatMap(({ text: passage, note, colour, madeAt }) => {
    const wanted = squeezed(passage).characters
    if (wanted === '') return []
    const exact = passage.trim()
    const asItIs = text.indexOf(exact)
    const found = asItIs === -1 ? whole.characters.indexOf(wanted) : -1
    const start = asItIs === -1 ? whole.places[found] : asItIs
    const last = asItIs === -1 ? whole.places[found + wanted.length - 1] : asItIs + exact.length - 1
    const highlight = {
      id: id(),
      colour: colourOf(colour),
      ...(note === undefined || note === '' ? {} : { note }),
      madeAt: madeAt ?? at,
    }
    if (start === undefined || last === undefined)
      return [{ ...highlight, quote: { exact, prefix: '', suffix: '' } }]
    const end = last + 1
    return [{ ...highlight, quote: quoteAt(text, start, end), position: { start, end } }]
  })
}
