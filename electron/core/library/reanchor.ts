import type { Passage } from '../model/passage.ts'
import { foldWithOrigins } from '../search/folded-text.ts'

/** So many characters on either side tell a passage from others of the same words. */
const CONTEXT = 32

/** A passage of a text with what stands around it. */
export const quoteAt = (text: string, start: number, end: number): Passage['quote'] => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
})

/** A passage whose words changed lies between the same words as before, and is about as long. */
const SHORTEST = 0.5
const LONGEST = 2
/** Less of the surroundings than this could stand anywhere. */
const FEWEST_AROUND = 8

/** A text as it is compared, without white space, and where each unit of that stands in the text. */
interface Plain {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function plain(text: string): Plain {
  const { folded, origins } = foldWithOrigins(text)
  let kept = ''
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const [at, origin] of origins.entries()) {
    const unit = folded.charAt(at)
    if (/\s/u.test(unit)) continue
    kept += unit
    starts.push(origin.start)
    ends.push(origin.end)
  }
  return { text: kept, starts, ends }
}

/**
 * The passages of a body whose text is now `text`, of highlights and of corrected dates: each where its words are,
 * whatever white space, case and script; of several such places the one with the same words around it, then the nearest.
 * A passage that changed is found by the words around it. One that is nowhere keeps its words and has no position.
 */
export function reanchored<P extends Passage>(passages: readonly P[], text: string): P[] {
  if (passages.length === 0) return []
  const whole = plain(text)
  return passages.map(passage => {
    const place = placeOf(passage, whole) ?? placeAround(passage, whole)
    if (place === undefined) return { ...passage, position: undefined }
    const [start, end] = [whole.starts[place.from] ?? 0, whole.ends[place.to - 1] ?? text.length]
    return { ...passage, quote: quoteAt(text, start, end), position: { start, end } }
  })
}

interface Place {
  readonly from: number
  readonly to: number
}

function placeOf({ quote, position }: Passage, whole: Plain): Place | undefined {
  const exact = plain(quote.exact).text
  if (exact === '') return undefined
  const [prefix, suffix] = [plain(quote.prefix).text, plain(quote.suffix).text]
  let best: (Place & { around: number; far: number }) | undefined
  for (let from = whole.text.indexOf(exact); from !== -1; from = whole.text.indexOf(exact, from + 1)) {
    const to = from + exact.length
    const around = sharedEnd(whole.text.slice(0, from), prefix) + sharedStart(whole.text.slice(to), suffix)
    const far = Math.abs((whole.starts[from] ?? 0) - (position?.start ?? 0))
    if (best === undefined || around > best.around || (around === best.around && far < best.far))
      best = { from, to, around, far }
  }
  return best
}

function placeAround({ quote }: Passage, whole: Plain): Place | undefined {
  const [prefix, suffix] = [plain(quote.prefix).text, plain(quote.suffix).text]
  if (prefix.length < FEWEST_AROUND || suffix.length < FEWEST_AROUND) return undefined
  const length = plain(quote.exact).text.length
  const before = whole.text.indexOf(prefix)
  if (before === -1 || whole.text.indexOf(prefix, before + 1) !== -1) return undefined
  const from = before + prefix.length
  const to = whole.text.indexOf(suffix, from)
  if (to === -1 || to - from < length * SHORTEST || to - from > length * LONGEST) return undefined
  return { from, to }
}

function sharedEnd(text: string, wanted: string): number {
  let length = 0
  while (length < wanted.length && text.at(-1 - length) === wanted.at(-1 - length)) length += 1
  return length
}

function sharedStart(text: string, wanted: string): number {
  let length = 0
  while (length < wanted.length && text[length] === wanted[length]) length += 1
  return length
}
