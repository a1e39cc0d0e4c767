import type { PostProcessorModule } from 'i18next'

/** The tag that Unicode's CLDR gives to English with accents, by which an interface is tried out. */
const PSEUDO_LOCALE = /^en-XA\b/i

/** Whether the system asks for the pseudo-locale before any language. */
export const isPseudoLocale = ([first = '']: readonly string[]): boolean => PSEUDO_LOCALE.test(first)

const PLAIN = 'AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz'
const ACCENTED = 'ÀàÇçÐðÉéĜĝĤĥÎîĴĵĶķĹĺÑñÖöŔŕŠšŢţÛûŴŵÝýŽž'

/** The words with accents, a third longer and in brackets, so that a cut end shows, and so do words that have none. */
export function accented(words: string): string {
  const letters = words.replace(/[A-Za-z]/g, letter => ACCENTED[PLAIN.indexOf(letter)] ?? letter)
  const longer = '~~~ '.repeat(Math.ceil(words.length / 12)).trimEnd()
  return `⟦${letters} ${longer}⟧`
}

/** Puts accents on all that is translated, in whichever language. */
export const pseudoLocale: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo-locale',
  process: accented,
}
