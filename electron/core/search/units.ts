import { fold } from './fold.ts'

/**
 * What is compared when texts are searched. A text is a sequence of units: each character of a script that is
 * written without spaces, each whole word of the others. White space, quotation marks, brackets, hyphens and
 * middle dots are nothing; a stop between two unspaced characters is a unit of its own, so that a word is not
 * found across a comma; the end of a line or of a value is one that no query holds.
 */
export const STOP = '\u{e000}'
export const BREAK = '\u{e001}'

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}々〆ー]`
/** An unspaced character, a word, or the end of a line, as its groups; else a stop. Named groups take twice the time. */
const UNIT = new RegExp(
  String.raw`((?=[\p{L}\p{N}\p{M}])${UNSPACED})|((?:(?!${UNSPACED})[\p{L}\p{N}]\p{M}*)+)|([\n\r\u2028\u2029]+)|[,.;:!?。、—|]+`,
  'uy',
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

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Where a word of ASCII that starts here ends; 0 where it goes on with other letters or marks. */
function asciiWordEnd(text: string, start: number): number {
  let at = start
  while (isLetterOrDigit(text.charCodeAt(at))) at += 1
  const code = text.charCodeAt(at)
  return at === text.length || code < 0x80 || isHan(code) ? at : 0
}

/** The units of a text that is folded already, with their places. */
export function placedUnits(folded: string): PlacedUnit[] {
  const units: PlacedUnit[] = []
  let stop: PlacedUnit | undefined
  let afterUnspaced = false
  const add = (start: number, end: number, unspaced: boolean): void => {
    if (stop !== undefined && unspaced) units.push(stop)
    stop = undefined
    units.push({ unit: folded.slice(start, end), start, end })
    afterUnspaced = unspaced
  }
  for (let at = 0; at < folded.length; ) {
    // Most of any text is Chinese characters, spaces and words of ASCII: the pattern takes ten times as long.
    const code = folded.charCodeAt(at)
    if (code === 0x20) {
      at += 1
      continue
    }
    if (isHan(code)) {
      add(at, at + 1, true)
      at += 1
      continue
    }
    const wordEnd = isLetterOrDigit(code) ? asciiWordEnd(folded, at) : 0
    if (wordEnd > 0) {
      add(at, wordEnd, false)
      at = wordEnd
      continue
    }
    UNIT.lastIndex = at
    const match = UNIT.exec(folded)
    if (match === null) {
      at += code >= 0xd800 && code <= 0xdbff ? 2 : 1
      continue
    }
    const [whole, unspaced, word, line] = match
    const place = { start: at, end: at + whole.length }
    if (line !== undefined) {
      units.push({ unit: BREAK, ...place })
      afterUnspaced = false
      stop = undefined
    } else if (unspaced === undefined && word === undefined) {
      if (afterUnspaced) stop ??= { unit: STOP, ...place }
    } else add(place.start, place.end, unspaced !== undefined)
    at = place.end
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
