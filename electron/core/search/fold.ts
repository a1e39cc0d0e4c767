/** Not every mark: without theirs, Hindi and Thai lose their vowels and Japanese its voiced sounds. */
const DIACRITICS = /[\u0300-\u036f]+/gu

/**
 * Text as it is compared: compatibility forms unified (full-width letters and digits, ligatures), lower case,
 * without diacritics. Two texts that a reader would call the same word fold to the same string. The result may
 * be longer or shorter than the text; `occurrences` keeps the way back.
 */
export const fold = (text: string): string =>
  text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(DIACRITICS, '').normalize('NFC')

/** The folded words of a query, each once; none for a query of white space. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    fold(query)
      .split(/\s+/u)
      .filter(word => word !== ''),
  ),
]
