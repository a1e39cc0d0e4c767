import { tagNameFrom } from '../model/tag.ts'
import type { TagSuggestion } from '../model/tag-advice.ts'
import { fold } from '../search/fold.ts'
import { termsIn } from './terms-in-text.ts'

/** As many as there are keys for. */
const MOST_SUGGESTED = 6
/** Words that more than this part of a library of some size has name nothing in particular. */
const TOO_COMMON = 0.2
const SOME_SIZE = 40
/** Candidates whose frequency in the library is looked up. */
const MOST_LOOKED_UP = 24

interface Subject {
  readonly title: string
  readonly text: string
  /** Tags that it has already. */
  readonly tags: readonly string[]
}

/** How many clippings of how many have these words; undefined where nobody knows. */
export type Frequency = (words: string) => { readonly having: number; readonly of: number } | undefined

/**
 * Tags that a text speaks for: those of the library whose last level it names, and terms that are frequent in it and rare
 * in the library, the likeliest first. Every one is written in the text; none is applied by itself.
 */
export function suggestTags(
  subject: Subject,
  names: readonly string[],
  frequency: Frequency,
): TagSuggestion[] {
  const { title, text } = subject
  const folded = fold(`${title}\n${text}`)
  const foldedTitle = fold(title)
  const has = new Set(subject.tags)
  const leaves = new Set(subject.tags.map(leafOf))
  const weighed: (TagSuggestion & { readonly weight: number })[] = []
  for (const name of names) {
    const leaf = leafOf(name)
    if (has.has(name) || leaves.has(leaf) || leaf.length < 2) continue
    const count = countOf(folded, leaf)
    if (count === 0) continue
    leaves.add(leaf)
    weighed.push({
      name,
      isKnown: true,
      count,
      weight: weightOf(count, foldedTitle.includes(leaf), true),
    })
  }
  const terms = termsIn(title, text)
    .flatMap(term => {
      const name = tagNameFrom(term.words.replaceAll('/', ' '))
      if (name === undefined || leaves.has(fold(name))) return []
      return [{ name, term, weight: weightOf(term.count, term.isInTitle, term.isName) }]
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_LOOKED_UP)
  for (const { name, term, weight } of terms) {
    const known = frequency(term.words)
    const share = known === undefined ? 0 : known.having / Math.max(known.of, 1)
    if (known !== undefined && known.of >= SOME_SIZE && share > TOO_COMMON) continue
    const rarity = known === undefined ? 1 : Math.log((known.of + 2) / (known.having + 1)) + 0.3
    weighed.push({ name, isKnown: false, count: term.count, weight: weight * rarity })
  }
  return weighed
    .sort(
      (a, b) => Number(b.isKnown) - Number(a.isKnown) || b.weight - a.weight || (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST_SUGGESTED)
    .map(({ name, isKnown, count }) => ({ name, isKnown, count }))
}

const leafOf = (name: string): string => fold(name.slice(name.lastIndexOf('/') + 1))

const weightOf = (count: number, isInTitle: boolean, isName: boolean): number =>
  (1 + Math.log(count)) * (isInTitle ? 2 : 1) * (isName ? 1.5 : 1)

/** How often the words stand in the text: of Latin letters, as whole words. */
function countOf(text: string, words: string): number {
  const isLatin = /^[a-z0-9]/u.test(words)
  const endsLatin = /[a-z0-9]$/u.test(words)
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const before = isLatin && /[a-z0-9]/u.test(text[at - 1] ?? '')
    const behind = endsLatin && /[a-z0-9]/u.test(text[at + words.length] ?? '')
    if (!before && !behind) count += 1
  }
  return count
}
