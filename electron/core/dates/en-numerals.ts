const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
].map(words => words.split(' '))
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  thirtieth: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  an: 1,
}

/** A number in digits or words up to 99, cardinal or ordinal: `15`, `15th`, `fifteen`, `twenty-first`; NaN for others. */
export function enNumber(words: string): number {
  const text = words.toLowerCase().trim()
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(text)
  if (digits !== null) return Number(digits[1])
  for (const list of SMALL) if (list.includes(text)) return list.indexOf(text)
  const [tens = '', units] = text.split(/[-\s]/)
  const base = TENS[tens]
  if (base === undefined) return Number.NaN
  return units === undefined ? base : base + enNumber(units)
}

const ORDINAL = SMALL[1]?.slice(1).join('|')

const UNIT = 'one|two|three|four|five|six|seven|eight|nine'
const TEEN = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const UNDER_100 = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:${UNIT}))?|${TEEN}|${UNIT})`

/** Pattern sources, for the flags `giu`. */
export const EN_DAY_TH = String.raw`(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)|${ORDINAL}|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)`
export const EN_DAY = String.raw`(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])|${ORDINAL}|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)`
export const EN_COUNT = String.raw`(?:\d{1,3}(?![\d.,]\d)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)`
export const EN_YEAR_DIGITS = String.raw`(?:1[0-9]\d\d|20\d\d)(?!\d)`
/** `two thousand and fifteen`, `seventeen hundred thirty-three`, `nineteen eighty-four`. */
export const EN_YEAR_WORDS = String.raw`(?:two\sthousand(?:\s(?:and\s)?${UNDER_100})?|(?:${TEEN})\shundred(?:\s(?:and\s)?${UNDER_100})?|(?:eighteen|nineteen|twenty)\s(?:oh[-\s](?:${UNIT})|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:${UNIT}))?))(?![\p{L}])`
export const EN_YEAR = `(?:${EN_YEAR_DIGITS}|${EN_YEAR_WORDS})`
export const EN_MONTH = String.raw`(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![\p{L}])|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\.|(?![\p{L}])))`
export const EN_TO = String.raw`\s?(?:-|–|—|to|through|thru|until|till)\s?`

/** The year that {@link EN_YEAR} matched. */
export function enYear(words: string): number {
  if (/^\d/.test(words)) return Number(words)
  const text = words
    .toLowerCase()
    .replace(/\sand\s/u, ' ')
    .replace(/\s+/gu, ' ')
  const [, head = '', scale, rest = ''] = /^(\S+) (?:(thousand|hundred)\b ?|oh[- ])?(.*)$/u.exec(text) ?? []
  return enNumber(head) * (scale === 'thousand' ? 1000 : 100) + (rest === '' ? 0 : enNumber(rest))
}

/** Before "in two weeks", or else that is how long something took; looks back within the sentence. */
export const EN_FUTURE = String.raw`(?<=(?:\b(?:will|shall|going\sto|want\sto|plans?\sto|set\sto|due|expected|expects?\sto|scheduled?|starts?|begins?|opens?|ends?|expires?|leaves?|meet|return|back|maybe|or)|['’]ll)\b[^.;!?]{0,80})`

const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
}

/** How many weeks, months or years a word such as "last" counts from this one; 0 for other words. */
export const enStep = (word: string): number => STEPS[word.toLowerCase()] ?? 0

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 1 to 12 for a name that {@link EN_MONTH} matched. */
export const enMonth = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
export const EN_WEEKDAY_NAME = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
export const EN_WEEKDAY = String.raw`(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|wed|thurs|thur|fri|mon|tue|thu)(?![\p{L}])`

/** 1 (Monday) to 7. */
export const enWeekday = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1
