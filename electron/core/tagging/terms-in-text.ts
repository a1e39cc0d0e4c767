import { COMMON_EN, COMMON_ZH, EDGES_ZH, NAME_ENDINGS_ZH } from './common-words.ts'

/** Words of a text that may name what it is about, as they are written there. */
export interface Term {
  readonly words: string
  /** How often the text and the title have them. */
  readonly count: number
  readonly isInTitle: boolean
  /** Whether they look like the name of a person, an organisation or a place. */
  readonly isName: boolean
}

const LONGEST_HAN = 10
const HAN_RUN = /\p{sc=Han}+/gu
/** Words with capitals that stand together: Marta Quennell, Bureau of Industry and Security, H20. */
const CAPITALS =
  /\p{Lu}[\p{L}\p{N}]*(?:[-.&’'][\p{L}\p{N}]+)*(?:\s(?:(?:of|the|and|for|de|van|von|du|la|le)\s){0,2}\p{Lu}[\p{L}\p{N}]*(?:[-.&’'][\p{L}\p{N}]+)*)*/gu
const SENTENCE_START = /(?:^|[.!?。！？:：“"«(（\n])\s*$/u
const LATIN_IN_CHINESE = /[A-Za-z][A-Za-z0-9.+-]*\d*[A-Za-z0-9]/gu

/**
 * The terms of a text, in no order: each occurs twice, or once and in the title. Chinese has no word boundaries: a term is
 * a run of characters that comes again with other characters around it and is not always a part of the same longer run.
 */
export function termsIn(title: string, text: string): Term[] {
  const all = `${title}\n${text}`
  const isChinese = (all.match(HAN_RUN) ?? []).join('').length * 3 > all.length
  const terms = isChinese ? [...hanTerms(title, all), ...latinTerms(title, all)] : capitalised(title, all)
  return terms.filter(({ count, isInTitle }) => count > 1 || isInTitle)
}

function occurrences(text: string, words: string): number {
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count += 1
  return count
}

/** Runs of characters that come again, with what stands before and behind each time. */
function hanTerms(title: string, all: string): Term[] {
  const runs = all.match(HAN_RUN) ?? []
  const grams = new Map<string, { count: number; before: Set<string>; after: Set<string> }>()
  for (const run of runs)
    for (let start = 0; start < run.length; start += 1)
      for (let length = 2; length <= LONGEST_HAN && start + length <= run.length; length += 1) {
        const words = run.slice(start, start + length)
        const gram = grams.get(words) ?? { count: 0, before: new Set(), after: new Set() }
        gram.count += 1
        // The end of a run is another one every time.
        gram.before.add(run[start - 1] ?? `^${gram.count}`)
        gram.after.add(run[start + length] ?? `$${gram.count}`)
        grams.set(words, gram)
      }
  const terms: Term[] = []
  for (const [words, { count, before, after }] of grams) {
    if (count < 2 || before.size < 2 || after.size < 2) continue
    if (EDGES_ZH.has(words[0] ?? '') || EDGES_ZH.has(words.at(-1) ?? '') || COMMON_ZH.has(words)) continue
    const isName = NAME_ENDINGS_ZH.some(ending => words.length > ending.length && words.endsWith(ending))
    terms.push({ words, count, isInTitle: title.includes(words), isName })
  }
  return withoutParts(terms)
}

/** Names and abbreviations in a Chinese text: CUDA, H20. */
function latinTerms(title: string, all: string): Term[] {
  const counts = new Map<string, number>()
  for (const [words] of all.matchAll(LATIN_IN_CHINESE))
    if (words.length > 1 && !COMMON_EN.has(words.toLowerCase()))
      counts.set(words, (counts.get(words) ?? 0) + 1)
  return Array.from(counts, ([words, count]) => ({
    words,
    count,
    isInTitle: title.includes(words),
    isName: true,
  }))
}

/** Words that are written with capitals where no sentence begins. */
function capitalised(title: string, all: string): Term[] {
  const counts = new Map<string, { count: number; isSure: boolean }>()
  for (const match of all.matchAll(CAPITALS)) {
    const isAtStart = SENTENCE_START.test(all.slice(Math.max(0, match.index - 4), match.index))
    const words = trimmedName(match[0])
    if (words === '' || words.length > 60) continue
    const known = counts.get(words) ?? { count: 0, isSure: false }
    // Headlines write every word with a capital, and so does the beginning of a sentence.
    const isSure = !isAtStart && match.index > title.length
    counts.set(words, {
      count: known.count + 1,
      isSure: known.isSure || isSure || /\s|\p{Lu}.*\p{Lu}|\d/u.test(words),
    })
  }
  const terms: Term[] = []
  for (const [words, { isSure }] of counts)
    if (isSure)
      terms.push({ words, count: occurrences(all, words), isInTitle: title.includes(words), isName: true })
  return withoutParts(terms)
}

/** Without the article before it, the possessive behind it, and common words at either end. */
function trimmedName(words: string): string {
  const parts = words.replace(/[’']s?$/u, '').split(/\s+/u)
  while (parts.length > 0 && COMMON_EN.has((parts[0] ?? '').toLowerCase())) parts.shift()
  while (parts.length > 0 && COMMON_EN.has((parts.at(-1) ?? '').toLowerCase())) parts.pop()
  const name = parts.join(' ')
  return name.length > 1 ? name : ''
}

/** Leaves out what mostly stands inside a longer term. */
function withoutParts(terms: readonly Term[]): Term[] {
  return terms.filter(
    term =>
      !terms.some(
        other =>
          other.words.length > term.words.length &&
          other.words.includes(term.words) &&
          other.count * 10 >= term.count * 6,
      ),
  )
}
