import type { Clipping } from '../model/clipping.ts'
import { simplify } from './simplify.ts'

/** Not every mark: without theirs, Hindi and Thai lose their vowels and Japanese its voiced sounds. */
const DIACRITICS = /[\u0300-\u036f]+/gu

/** Shown as nothing: where a word may be broken, how letters join, which shape a character has. */
const INVISIBLE = /(?:\u00ad|\u2060|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|\u200c|\u200d)+/gu

/**
 * Text as it is compared: compatibility forms unified (full-width letters and digits, ligatures), lower case,
 * without diacritics, Chinese in simplified characters. Two texts that a reader would call the same word fold
 * to the same string.
 */
export const fold = (text: string): string =>
  simplify(
    text
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(DIACRITICS, '')
      .normalize('NFC')
      // Lower-casing writes a sigma at the end of a word in its own way.
      .replaceAll('ς', 'σ'),
  )

/** The folded words of a query, each once; none for a query of white space. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    fold(query)
      .split(/\s+/u)
      .filter(word => word !== ''),
  ),
]

/** What is searched of a clipping, besides its body. */
export type Searchable = Pick<
  Clipping,
  'title' | 'bylines' | 'sources' | 'reportedBy' | 'editors' | 'tags' | 'note' | 'excerpt'
>

/** Folding is most of the cost of a scan, and a record never changes: only its successor is another. */
const folded = new WeakMap<Searchable, string>()

/** The fields as they are compared, one a line: a word of a query holds no white space, so none matches across two. */
export function foldedFields(clipping: Searchable): string {
  const known = folded.get(clipping)
  if (known !== undefined) return known
  const text = fold(
    [
      clipping.title,
      ...clipping.bylines,
      ...clipping.sources.map(({ name }) => name),
      ...clipping.reportedBy.map(({ source }) => source),
      ...clipping.editors,
      ...clipping.tags,
      clipping.note ?? '',
      clipping.excerpt,
    ].join('\n'),
  )
  folded.set(clipping, text)
  return text
}
