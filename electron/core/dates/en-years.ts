import { EN_YEAR, EN_YEAR_DIGITS, EN_YEAR_WORDS, enNumber, enStep, enYear } from './en-numerals.ts'
import type { Rule } from './rule.ts'
import { type DateValue, monthsValue, type Reference, seasonValue, yearsValue, yearValue } from './value.ts'

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  last: 4,
  final: 4,
}
const months = (
  year: number,
  first: number,
  last: number,
  precision: 'quarter' | 'span',
  confidence = 0.9,
): DateValue | undefined => monthsValue({ year, month: first }, { year, month: last }, precision, confidence)

function quarter(year: number | undefined, number: number): DateValue | undefined {
  return year === undefined || number < 1 || number > 4
    ? undefined
    : months(year, number * 3 - 2, number * 3, 'quarter')
}

/** Early, mid and late are the first four, middle three and last three years of a decade. */
function decade(first: number, part: string | undefined): DateValue {
  const word = part?.toLowerCase()
  if (word === undefined) return yearsValue(first, first + 9, 'decade')
  if (word === 'early') return yearsValue(first, first + 3, 'span', 0.6)
  return word === 'mid'
    ? yearsValue(first + 4, first + 6, 'span', 0.6)
    : yearsValue(first + 7, first + 9, 'span', 0.6)
}

const CENTURIES = [
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
]

/** A century is its hundred years with the same first digits, as EDTF counts them: the 20th is 1900 to 1999. */
function century(number: number, part: string | undefined): DateValue | undefined {
  const first = (number - 1) * 100
  if (number < 1 || number > 21) return undefined
  if (part === undefined) return yearsValue(first, first + 99, 'span', 0.8)
  const word = part.toLowerCase()
  if (word === 'early') return yearsValue(first, first + 33, 'span', 0.5)
  return word === 'mid'
    ? yearsValue(first + 34, first + 66, 'span', 0.5)
    : yearsValue(first + 67, first + 99, 'span', 0.5)
}

const yearFrom = (
  y: string | undefined,
  which: string | undefined,
  reference: { year: number } | undefined,
): number | undefined => {
  if (y !== undefined) return enYear(y)
  return reference && reference.year + enStep(which ?? '')
}

/** "Last winter" is the latest that has ended, "next spring" the first that has not begun. */
function seasonNear(reference: Reference, season: number, which: string): DateValue | undefined {
  const start = season * 3 + 3
  const ended = season === 3 ? reference.month > 2 : reference.month > start + 2
  if (which === 'last')
    return seasonValue(season === 3 || !ended ? reference.year - 1 : reference.year, season)
  return seasonValue(
    which === 'next' && reference.month >= start ? reference.year + 1 : reference.year,
    season,
  )
}

/** Early and late are read as the halves of the year and mid as May to August: the words promise no more. */
function partOfYear(year: number, part: string): DateValue | undefined {
  if (/mid/iu.test(part)) return months(year, 5, 8, 'span', 0.6)
  return /end|late/iu.test(part) ? months(year, 7, 12, 'span', 0.6) : months(year, 1, 6, 'span', 0.6)
}

const PART = String.raw`(?<part>early(?:\sin)?|mid|late(?:\sin)?|(?:the\s)?(?:beginning|start|middle|end)\sof)[-\s]`
const YEAR_AFTER = String.raw`(?:,?\s(?:of\s|in\s)?(?:(?<y>${EN_YEAR})|(?:the\s)?(?<which>last|this|next)\syear))?`

/** Years and their parts: `in 2019`, `last year`, `Q3 2024`, `the first half of 2025`, `the early 1990s`. */
export const enYears: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?:(?<rel>last|this|next)\s)?(?<season>spring|summer|autumn|fall|winter)(?:,?\s(?:of\s)?(?<y>${EN_YEAR}))?(?![\p{L}\d])`,
      'giu',
    ),
    read: ({ season = '', y, rel }, { reference }) => {
      if (y === undefined && (rel === undefined || reference === undefined)) return undefined
      const number = { spring: 0, summer: 1, autumn: 2, fall: 2 }[season.toLowerCase()] ?? 3
      if (y !== undefined) return seasonValue(enYear(y), number)
      return reference && seasonNear(reference, number, rel?.toLowerCase() ?? 'this')
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?<own>last|this|next)\syear['’]s\s)?(?:Q(?<q>[1-4])|(?:the\s)?(?<word>first|second|third|fourth|final|1st|2nd|3rd|4th)[-\s]quarter)${YEAR_AFTER}(?![\p{L}\d])`,
      'giu',
    ),
    read: ({ q, word = '', y, which, own }, { reference }) =>
      quarter(
        yearFrom(y, own ?? which, reference),
        q === undefined ? (ORDINALS[word.toLowerCase()] ?? 0) : Number(q),
      ),
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\d])(?<y0>${EN_YEAR})[-\s]?Q(?<q>[1-4])(?![\p{L}\d])`, 'giu'),
    read: ({ y0, q }) => quarter(enYear(y0 ?? ''), Number(q)),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?<word>first|second)\shalf${YEAR_AFTER}(?![\p{L}\d])`,
      'giu',
    ),
    read: ({ word = '', y, which }, { reference }) => {
      const year = yearFrom(y, which, reference)
      if (year === undefined || (y === undefined && which === undefined)) return undefined
      return word.toLowerCase() === 'first' ? months(year, 1, 6, 'span') : months(year, 7, 12, 'span')
    },
  },
  {
    pattern:
      /(?<![\p{L}\d])(?:(?<part>early|mid|late)[-\s])?(?:the\s)?(?<century>1[0-9]|20)(?<tens>\d)0['’]?s(?![\p{L}])/giu,
    read: ({ part, century, tens }) => decade(Number(`${century}${tens}0`), part),
  },
  {
    pattern:
      /(?<![\p{L}\d])(?:(?<part>early|mid|late)[-\s])?(?:the\s)?(?:['’](?<tens>[2-9]0)s|(?<!\b(?:into|high|low|upper|his|her|their)\s(?:the\s)?)(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![\p{L}])/giu,
    read: ({ part, tens, word }) => {
      const names = [
        'twenties',
        'thirties',
        'forties',
        'fifties',
        'sixties',
        'seventies',
        'eighties',
        'nineties',
      ]
      const value = word === undefined ? Number(tens) : (names.indexOf(word.toLowerCase()) + 2) * 10
      return { ...decade(1900 + value, part), confidence: 0.5 }
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\b(?:from|between|of|in|the|for|during)\s|\()(?<y1>${EN_YEAR_DIGITS})(?:\s?[-–—~]\s?|\s(?:to|through|till|until)\s|(?<=\bbetween\s\d{4})\sand\s)(?<y2>${EN_YEAR_DIGITS})(?![-/\d])`,
      'giu',
    ),
    read: ({ y1, y2 }) => (Number(y1) < Number(y2) ? yearsValue(Number(y1), Number(y2), 'span') : undefined),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?<part>early|mid|late)[-\s])?(?:the\s)?(?:(?<n>\d{1,2})(?:st|nd|rd|th)|(?<word>${CENTURIES.join('|')}))[-\s]{1,2}century(?![\p{L}]|\s(?:Fox|Studios|Fund|Insurance))`,
      'giu',
    ),
    read: ({ part, n, word }) => century(n === undefined ? enNumber(word ?? '') : Number(n), part),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])${PART}(?:the\syear\s)?(?<y>${EN_YEAR})(?![\p{L}\d]|[-/]\d|['’]?s)`,
      'giu',
    ),
    read: ({ part = '', y = '' }) => partOfYear(enYear(y), part),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:${PART})?(?:the\s)?(?<which>last|this|next|past|previous|coming|current)\syear(?!\p{L}|-)`,
      'giu',
    ),
    read: ({ part, which = '' }, { reference }) => {
      if (reference === undefined) return undefined
      const year = reference.year + enStep(which)
      return part === undefined ? yearValue(year, 0.9) : partOfYear(year, part)
    },
  },
  {
    pattern:
      /(?<![\p{L}])(?<part>(?:the )?(?:beginning|start|middle|end) of) the year(?!\p{L}|-|\s(?:\d|before|after))/giu,
    read: ({ part = '' }, { reference }) => reference && partOfYear(reference.year, part),
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\bbetween\s)(?<y>${EN_YEAR_DIGITS})(?=\sand\s(?:the\s)?(?:end|start|beginning|middle|early|mid|late|now|today|the\spresent))`,
      'giu',
    ),
    read: ({ y = '' }) => yearValue(Number(y), 0.8),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?<y0>${EN_YEAR_DIGITS})[-\s]?)?H(?<half>[12])(?:[-\s](?:of\s)?(?<y>${EN_YEAR_DIGITS}))?(?![\p{L}\d])`,
      'gu',
    ),
    read: ({ y0, y, half }) => {
      const year = y0 ?? y
      if (year === undefined) return undefined
      return half === '1' ? months(Number(year), 1, 6, 'span') : months(Number(year), 7, 12, 'span')
    },
  },
  {
    pattern: /(?<![\p{L}])(?:the\s)?(?<which>last|this|next|previous)\s(?<unit>century|decade)(?![\p{L}])/giu,
    read: ({ which = '', unit = '' }, { reference }) => {
      if (reference === undefined) return undefined
      const length = unit.toLowerCase() === 'century' ? 100 : 10
      const first = Math.floor(reference.year / length) * length + enStep(which) * length
      return yearsValue(first, first + length - 1, length === 10 ? 'decade' : 'span', 0.6)
    },
  },
  {
    pattern: /(?<![\p{L}\d])CY\s?(?<y>(?:20)?\d\d)(?![\p{L}\d])/giu,
    read: ({ y = '' }) => yearValue(y.length === 2 ? 2000 + Number(y) : Number(y), 0.8),
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\b(?:in|since|by|from|until|till|during|of|before|after|to|back in|year|early|late|mid-|and|through|for|spring|summer|autumn|fall|winter|later than|earlier than|greater than|or|not)\s{1,2}|\()(?<y>${EN_YEAR_DIGITS}|${EN_YEAR_WORDS}(?!\s\p{L}))(?![-/.,]?\d|\p{L}|%|['’]?s(?!\p{L})|\s(?:people|men|women|meters|metres|miles|kilometers|dollars|euros|pounds|workers|jobs|homes|houses|cars|votes))`,
      'giu',
    ),
    read: ({ y = '' }) => yearValue(enYear(y), 0.8),
  },
]
