import { allMatches } from '../all-matches.ts'
import type { Stretch } from '../body/sentences.ts'

/** Pairs of marks, the outer ones of a quotation: what they enclose may have others in it. */
const PAIRS = /“([^“”]+)”|「((?:[^「」]|「[^「」]*」)+)」|"([^"]+)"/gu

/** What stands between quotation marks, without them; a straight mark that is none (5'10") leaves the pairs as they come. */
export function quotedStretches(text: string): Stretch[] {
  return Array.from(allMatches(text, PAIRS), match => {
    const start = match.index + 1
    const words = match[1] ?? match[2] ?? match[3] ?? ''
    return { start, end: start + words.length }
  })
}
