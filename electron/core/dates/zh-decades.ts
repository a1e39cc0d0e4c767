import type { Rule } from './rule.ts'
import { type DateValue, type Reference, yearsValue } from './value.ts'
import { zhNumber } from './zh-numerals.ts'

/** `九十年代初`: a decade is ten years, its beginning and end the outer three or four. */
function decade(first: number, part: string | undefined): DateValue {
  switch (part) {
    case undefined:
      return yearsValue(first, first + 9, 'decade')
    case '初':
    case '初期':
      return yearsValue(first, first + 3, 'span', 0.6)
    case '中期':
    case '中':
      return yearsValue(first + 4, first + 6, 'span', 0.6)
    default:
      return yearsValue(first + 7, first + 9, 'span', 0.6)
  }
}

const PART = '(?<part>初期?|中期?|末期?|后期|後期)?'
const CENTURY = String.raw`(?:(?<century>\d{1,2}|[一二三四五六七八九十]{1,3})世[纪紀]|(?<word>[上本]个?世[纪紀]))`

/** First year of the century that is named, or counted from the day of publication. */
function centuryStart(
  century: string | undefined,
  word: string | undefined,
  reference: Reference | undefined,
): number {
  if (century !== undefined) return (zhNumber(century) - 1) * 100
  const current = reference === undefined ? 2000 : Math.floor(reference.year / 100) * 100
  return word?.startsWith('上') ? current - 100 : current
}

/** Decades: `二十世纪九十年代`, `八十年代初`, `1990年代`, `上世纪五六十年代`, `1960-1970年代`. */
export const zhDecades: readonly Rule[] = [
  {
    pattern: new RegExp(String.raw`${CENTURY}(?<tens>\d0|[一二三四五六七八九]十)年代${PART}`, 'gu'),
    read: ({ century, word, tens = '', part }, { reference }) => {
      if (century === undefined && reference === undefined) return undefined
      return decade(centuryStart(century, word, reference) + zhNumber(tens), part)
    },
  },
  {
    pattern: new RegExp(String.raw`(?<![世纪紀\d])(?<tens>[1-9]0|[一二三四五六七八九]十)年代${PART}`, 'gu'),
    read: ({ tens = '', part }) => {
      const value = zhNumber(tens)
      return { ...decade((value >= 30 ? 1900 : 2000) + value, part), confidence: 0.8 }
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(?:(?<y>[12]\d\d0)(?:年代)?\s?(?:至|到|[-–—~～])\s?)?(?<y2>[12]\d\d0)年代${PART}`,
      'gu',
    ),
    read: ({ y, y2, part }) => {
      const [first, last] = [Number(y ?? y2), Number(y2)]
      if (first === last) return decade(last, part)
      return first < last && part === undefined ? yearsValue(first, last + 9, 'span') : undefined
    },
  },
  {
    /** Two decades in one word, which follow one another: the 50s and 60s. */
    pattern: new RegExp(`${CENTURY}?(?<from>[一二三四五六七八])(?<to>[二三四五六七八九])十年代`, 'gu'),
    read: ({ century, word, from = '', to = '' }, { reference }) => {
      if (zhNumber(to) !== zhNumber(from) + 1 || (word !== undefined && reference === undefined))
        return undefined
      const start =
        century === undefined && word === undefined ? 1900 : centuryStart(century, word, reference)
      const first = start + zhNumber(from) * 10
      return yearsValue(first, first + 19, 'span', 0.85)
    },
  },
]
