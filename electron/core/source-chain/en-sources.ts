import { allMatches } from '../all-matches.ts'
import type { FoundSource } from './found-source.ts'

const WORD = String.raw`\p{Lu}[\p{L}\p{N}&'’.-]{0,24}`
/** A name: capitalised words, with "of" and the like between them. */
const NAME = String.raw`(?:(?:[Tt]he)\s)?${WORD}(?:\s(?:of|and|for|&|${WORD})){0,6}`
/** Whoever it is, up to what ends the phrase: "two people familiar with the matter". */
const SOMEBODY = String.raw`[\p{L}\p{N}][^,.;:!?()“”"—–\n]{1,110}`

/** What begins a clause of its own, a time or a place: no part of who it is. */
const END =
  /\s(?:that|which|who|whose|when|while|because|but|after|before|during|on|in|at|as|since|until|by|said|says|saying|reported|yesterday|today|tomorrow|this\s(?:week|month|year|morning)|last\s(?:week|month|year|night))\b.*$/u

/** Outlets are told things; a name alone may be a person's. */
const OUTLET =
  /\b(?:News|Times|Post|Journal|Herald|Tribune|Gazette|Daily|Press|Wire|Agency|Broadcasting|Radio|Television|TV|Magazine|Weekly|Chronicle|Guardian|Observer|Telegraph|Reuters|Bloomberg|Xinhua|Politico|Axios|Courier|Mail|Mirror|Standard|Star|Globe|Bulletin|Monitor|Review|Register|Dispatch|Examiner|Sentinel|Ledger|Record|Mercury|Echo|Argus|Economist|[A-Z]{2,5})\b/u

const REPORTED = '(?:first|originally|previously|earlier|also|exclusively)'

const UNNAMED =
  /\b(?:[Rr]eportedly|[Ii]t (?:was|has been|is) reported that|[Rr]eports (?:said|say|suggested|suggest)|[Aa]ccording to (?:media )?reports)\b/gu

interface Pattern {
  readonly pattern: RegExp
  /** Only an outlet counts here: anybody is told things, and anybody reports to work. */
  readonly isOutlet?: true
}

const NAMED: readonly Pattern[] = [
  // Reuters, citing two people familiar with the matter, reported
  {
    pattern: new RegExp(
      String.raw`(?<by>${NAME})(?:\s(?:said|reported)(?:\s(?:on\s)?${WORD})?)?,?\s(?:citing|quoting)\s(?<source>${SOMEBODY})`,
      'gu',
    ),
  },
  { pattern: new RegExp(String.raw`\b(?:citing|quoting)\s(?<source>${SOMEBODY})`, 'gu') },
  { pattern: new RegExp(String.raw`\b[Aa]ccording\sto\s(?<source>${SOMEBODY})`, 'gu') },
  {
    pattern: new RegExp(
      String.raw`\b(?:[Aa]s\s)?(?:${REPORTED}\s)?[Rr]eported\s(?:${REPORTED}\s)?by\s(?<source>${NAME})`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(String.raw`(?<source>${NAME})\s(?:has\s|had\s)?(?:${REPORTED}\s)?reported\b`, 'gu'),
    isOutlet: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:told|tells|in\san\sinterview\swith|in\sa\sstatement\sto|speaking\sto)\s(?<source>${NAME})`,
      'gu',
    ),
    isOutlet: true,
  },
]

/** What is no source: a standard that something keeps to, or what the text tells of itself. */
const NOBODY =
  /^(?:plan|plans|schedule|law|rules?|tradition|the\s(?:plan|rules?|law|schedule)|him|her|them|it|me|us|this|that)\b/iu

const trimmed = (name: string): string =>
  name
    .replace(END, '')
    .replace(/['’]s$|[\s.]+$/gu, '')
    .trim()

/** Sources that an English text names, in no order. */
export function englishSources(text: string): FoundSource[] {
  const unnamed = allMatches(text, UNNAMED).map(
    ({ index, 0: words }): FoundSource => ({
      source: null,
      start: index,
      end: index + words.length,
    }),
  )
  const named = NAMED.flatMap(({ pattern, isOutlet }) =>
    allMatches(text, pattern).flatMap(({ index, 0: words, groups }): FoundSource[] => {
      const whole = groups?.['source'] ?? ''
      const source = trimmed(whole)
      if (source.length < 2 || NOBODY.test(source) || (isOutlet === true && !OUTLET.test(source))) return []
      const by = groups?.['by']
      // The mark ends where the name does; what was cut off behind it is of the sentence.
      const end = words.endsWith(whole)
        ? words.length - whole.length + whole.indexOf(source) + source.length
        : words.length
      return [{ source, ...(by !== undefined && { by: trimmed(by) }), start: index, end: index + end }]
    }),
  )
  return [...unnamed, ...named]
}
