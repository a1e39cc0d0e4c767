import { allMatches } from '../all-matches.ts'
import { smallLetters, smallPattern } from './small-letters.ts'
import type { DateValue, Reference } from './value.ts'

/** The named groups of a match; a group that took no part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** What a rule may look at besides its own words. */
export interface Surroundings {
  readonly reference: Reference | undefined
  /** The last day named before this expression, and how many characters before. */
  readonly previousDay: { readonly day: number; readonly distance: number } | undefined
}

/**
 * One family of expressions: a pattern with named groups, and its reading. A reading of undefined leaves the
 * words alone: they name no date, or none that can be told without inventing something. Patterns take a
 * bounded number of characters, so that reading a text is linear in its length.
 */
export interface Rule {
  readonly pattern: RegExp
  /** Whether the pattern is for the text in small letters, of which the groups are then too. */
  readonly isSmall?: true
  readonly read: (groups: Groups, surroundings: Surroundings) => DateValue | undefined
}

/** The same rule, quicker to compile, where capitals tell it nothing: see small-letters.ts. */
export const inSmallLetters = (rule: Rule): Rule =>
  rule.pattern.ignoreCase ? { ...rule, pattern: smallPattern(rule.pattern), isSmall: true } : rule

interface Candidate {
  readonly start: number
  readonly end: number
  readonly order: number
  readonly groups: Groups
  readonly rule: Rule
}

export interface FoundDate extends DateValue {
  readonly phrase: string
  readonly start: number
}

/** Applies rules to a text: the leftmost, then longest, then first-listed reading wins. */
export function applyRules(
  text: string,
  original: string,
  rules: readonly Rule[],
  reference: Reference | undefined,
  dayIn: (value: DateValue) => number | undefined,
): FoundDate[] {
  const small = smallLetters(text)
  const candidates: Candidate[] = rules.flatMap((rule, order) =>
    allMatches(rule.isSmall ? small : text, rule.pattern).map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      order,
      groups: match.groups ?? {},
      rule,
    })),
  )
  candidates.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
  const found: FoundDate[] = []
  let taken = 0
  let previous: { day: number; end: number } | undefined
  for (const { start, end, groups, rule } of candidates) {
    if (start < taken || end === start) continue
    const previousDay = previous && { day: previous.day, distance: start - previous.end }
    const value = rule.read(groups, { reference, previousDay })
    if (value === undefined) continue
    taken = end
    found.push({ phrase: original.slice(start, end), start, ...value })
    const day = dayIn(value)
    if (day !== undefined) previous = { day, end }
  }
  return found
}
