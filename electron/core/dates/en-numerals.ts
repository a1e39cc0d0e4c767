const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
].map(words => words.split(' '))
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, thirtieth: 30, a: 1, an: 1 }

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

/** Pattern sources, for the flags `giu`. */
export const EN_DAY = String.raw`(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])|${ORDINAL}|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)`
export const EN_COUNT = String.raw`(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)`
export const EN_YEAR = String.raw`(?:1[0-9]\d\d|20\d\d)(?!\d)`
export const EN_MONTH = String.raw`(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![\p{L}])|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\.|(?![\p{L}])))`
export const EN_TO = String.raw`\s?(?:-|–|—|to|through|thru|until|till)\s?`

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 1 to 12 for a name that {@link EN_MONTH} matched. */
export const enMonth = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
export const EN_WEEKDAY = String.raw`(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|wed|thurs|thur|fri|mon|tue|thu)(?![\p{L}])`

/** 1 (Monday) to 7. */
export const enWeekday = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1
