import { fold } from './fold.ts'

/**
 * What is compared when texts are searched. A text is a sequence of units: each character of a script that is
 * written without spaces, each whole word of the others. White space, quotation marks, brackets, hyphens and
 * middle dots are nothing; a stop between two unspaced characters is a unit of its own, so that a word is not
 * found across a comma; the end of a line or of a value is one that no query holds.
 */
const STOP = '\u{e000}'
export const BREAK = '\u{e001}'

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}々〆ー]`
/** An unspaced character, a word, or the end of a line, as its groups; else a stop. Named groups take twice the time. */
const UNIT = new RegExp(
  String.raw`((?=[\p{L}\p{N}\p{M}])${UNSPACED})|((?:(?!${UNSPACED})[\p{L}\p{N}]\p{M}*)+)|([\n\r\u2028\u2029]+)|[,.;:!?。、—|]+`,
  'gu',
)
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u')

/** Whether the unit is a character that stands without spaces; the others are words, stops and breaks. */
export function isUnspaced(unit: string): boolean {
  const code = unit.charCodeAt(0)
  // Most units, without the pattern: before Thai no script is written so, and this block is Chinese characters alone.
  if (code < 0xe00) return false
  return (code >= 0x4e00 && code <= 0x9fff) || STARTS_UNSPACED.test(unit)
}

/** A unit and where it stands in the folded text, in UTF-16 units. */
export interface PlacedUnit {
  readonly unit: string
  readonly start: number
  readonly end: number
}

/** The units of a text that is folded already, with their places. */
export function placedUnits(folded: string): PlacedUnit[] {
  const units: PlacedUnit[] = []
  let stop: PlacedUnit | undefined
  let afterUnspaced = false
  for (const match of folded.matchAll(UNIT)) {
    const [, unspaced, word, line] = match
    const place = { start: match.index, end: match.index + match[0].length }
    if (line !== undefined) {
      units.push({ unit: BREAK, ...place })
      afterUnspaced = false
      stop = undefined
    } else if (unspaced === undefined && word === undefined) {
      if (afterUnspaced) stop ??= { unit: STOP, ...place }
    } else {
      if (stop !== undefined && unspaced !== undefined) units.push(stop)
      stop = undefined
      units.push({ unit: match[0], ...place })
      afterUnspaced = unspaced !== undefined
    }
  }
  return units
}

/** The units of a text, in order. */
export const unitsOf = (text: string): string[] => placedUnits(fold(text)).map(({ unit }) => unit)

/** The units of a phrase of a query: a line break in it is a space. */
export const phraseUnits = (text: string): string[] => unitsOf(text.replace(/[\n\r\u2028\u2029]+/gu, ' '))

/** The units of several values of one field, with a break between any two. */
export const unitsOfValues = (values: readonly string[]): string[] => unitsOf(values.join('\n'))

/** Units with a space on either side of each, so that a phrase is a part of a text just where it is one as strings. */
export const joinUnits = (units: readonly string[]): string => ` ${units.join(' ')} `
