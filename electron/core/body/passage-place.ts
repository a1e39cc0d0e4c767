/** A text to look for passages in. */
export interface Searched {
  readonly text: string
  /** Without white space, and where each of these characters stands in the text. */
  readonly characters: string
  readonly places: readonly number[]
}

export function searched(text: string): Searched {
  const places: number[] = []
  let characters = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (/\s/u.test(unit)) continue
    characters += unit
    places.push(at)
  }
  return { text, characters, places }
}

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Where a passage stands: by its letters, else by its words, whatever white space is between them. The `nth` time, counted
 * from 1, is by its words alone. Undefined where it does not, or not that often.
 */
export function passagePlace(
  { text, characters, places }: Searched,
  passage: string,
  nth?: number,
): Place | undefined {
  const exact = passage.trim()
  const wanted = searched(exact).characters
  if (wanted === '') return undefined
  const asItIs = nth === undefined ? text.indexOf(exact) : -1
  if (asItIs !== -1) return { start: asItIs, end: asItIs + exact.length }
  let found = characters.indexOf(wanted)
  for (let time = 1; time < (nth ?? 1) && found !== -1; time += 1)
    found = characters.indexOf(wanted, found + 1)
  const [start, last] = [places[found], places[found + wanted.length - 1]]
  return found === -1 || start === undefined || last === undefined ? undefined : { start, end: last + 1 }
}

/** The time at which a passage's words stand at `start`, from 1. Undefined where other words stand there. */
export function timeOfPassage(of: Searched, passage: string, start: number): number | undefined {
  for (let nth = 1; ; nth += 1) {
    const place = passagePlace(of, passage, nth)
    if (place === undefined || place.start > start) return undefined
    if (place.start === start) return nth
  }
}
