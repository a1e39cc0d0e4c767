export interface Choice {
  readonly key: string
  readonly label: string
  readonly isOn: boolean
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The choices that what was typed may mean: those that begin with it at any level first, then those that hold it. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim())
  if (wanted === '') return [...choices]
  const rank = ({ label }: Choice): number => {
    const folded = fold(label)
    if (folded === wanted) return 0
    if (folded.startsWith(wanted)) return 1
    if (folded.split('/').some(level => level.startsWith(wanted))) return 2
    return folded.includes(wanted) ? 3 : 4
  }
  return choices
    .map(choice => ({ choice, rank: rank(choice) }))
    .filter(({ rank: place }) => place < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}

/**
 * Whether Enter creates what was typed rather than taking the first match: a name with levels was spelt out, and
 * a name that nothing begins with is new.
 */
export function createsFirst(matches: readonly Choice[], typed: string): boolean {
  const wanted = fold(typed.trim())
  if (/[/／]/.test(typed)) return true
  return !matches.some(({ label }) =>
    fold(label)
      .split('/')
      .some(level => level.startsWith(wanted)),
  )
}
