import { allMatches } from '../../all-matches.ts'

const RUN = /\p{Script=Han}+|[\p{L}\p{N}]{3,}/gu

/** Overlapping pairs of CJK characters and words of other scripts: what a headline shares with its article. */
function terms(text: string): Set<string> {
  const found = new Set<string>()
  for (const run of allMatches(text.toLowerCase(), RUN)) {
    const word = run[0]
    if (!/\p{Script=Han}/u.test(word)) found.add(word)
    else for (let at = 0; at + 1 < word.length; at += 1) found.add(word.slice(at, at + 2))
  }
  return found
}

/** The share of a headline's terms that a text has, 0 to 1. */
export function sharedTerms(title: string, text: string): number {
  const wanted = terms(title)
  const known = terms(text)
  let shared = 0
  for (const word of wanted) if (known.has(word)) shared += 1
  return shared / Math.max(1, wanted.size)
}
