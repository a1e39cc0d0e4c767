/** A run of characters as it is spelt: in full, by first letters, and where in the full spelling its syllables start. */
export interface SpeltRun {
  readonly full: string
  readonly initials: string
  readonly starts: readonly number[]
}

/** Syllables of runs, as `readingsOf` gives them, in the form that is compared. */
export const speltRuns = (runs: readonly (readonly string[])[]): SpeltRun[] =>
  runs.map(run => {
    let length = 0
    const starts = run.map(syllable => {
      length += syllable.length
      return length - syllable.length
    })
    return { full: run.join(''), initials: run.map(syllable => syllable[0] ?? '').join(''), starts }
  })

/**
 * What can be a query in pinyin: Latin letters without spaces, two at least. Longer words than three or four
 * characters make are not tried, because the ways to cut a word into syllables double with every character.
 */
export const isPinyinQuery = (word: string): boolean => /^[a-z]{2,18}$/u.test(word)

/**
 * Where the word spells two or more characters that stand together, in full (`yingweida`, the last syllable perhaps
 * unfinished) or by their first letters (`ywd`): from the start of a run, inside one, or nowhere.
 */
export function soundsAt(runs: readonly SpeltRun[], word: string): 'start' | 'inside' | undefined {
  let found: 'inside' | undefined
  for (const run of runs) {
    if (run.initials.startsWith(word) || spells(run, 0, word)) return 'start'
    if (
      found === undefined &&
      (run.initials.includes(word) || run.starts.some((_, at) => spells(run, at, word)))
    )
      found = 'inside'
  }
  return found
}

/** Whether the word spells two or more characters that stand together. */
export const soundsLike = (runs: readonly SpeltRun[], word: string): boolean =>
  soundsAt(runs, word) !== undefined

/** From one syllable on, and beyond it. */
function spells({ full, starts }: SpeltRun, at: number, word: string): boolean {
  const start = starts[at] ?? 0
  const next = starts[at + 1] ?? full.length
  return word.length > next - start && full.startsWith(word, start)
}
