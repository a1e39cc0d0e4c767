/**
 * As `text.matchAll(pattern)`, of a global pattern. `matchAll` works on a copy of the pattern, and V8 forgets what it
 * compiled for a copy after two full collections of garbage. Reading a large page takes more of them, so that for every
 * page the patterns were compiled anew: those of dates take a tenth of a second.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    // Nothing would be found there again and again; an astral character is one step.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return matches
}
