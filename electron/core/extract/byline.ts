import { findStamps } from '../dates/stamp.ts'
import { creditsIn } from './credit-labels.ts'
import { backs, type Draft, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { hasRole, personNames } from './names.ts'
import { isFurniture, isInsert, listHeadingKind } from './phrases.ts'

const BY = /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)[\s:：]+(?=\p{Lu})/u
const BY_ENGLISH = /^by[\s:：]+(?=\p{L})/iu

export const isByline = (text: string): boolean =>
  text.length <= 200 && (BY.test(text) || BY_ENGLISH.test(text))

/** The names of a byline, without its "By". */
export const bylineNames = (text: string): string[] =>
  personNames(text.replace(BY_ENGLISH, '').replace(BY, ''))

/** Two to four capitalised words, or two to ten Chinese characters: what a name under a headline looks like. */
const LATIN_NAME =
  /^(?:\p{Lu}[\p{L}'’.-]*)(?:\s(?:(?:de|van|von|der|da|bin|al|el|la)\s)?\p{Lu}[\p{L}'’.-]*){1,3}$/u
const CJK_NAME = /^[\p{Script=Han}A-Za-z0-9·]{2,12}$/u

function isAccountName(line: Line, language: string): boolean {
  const { text } = line
  if (isFurniture(text) || isInsert(text) || listHeadingKind(text) !== undefined) return false
  if (creditsIn(text, language).isWhole || !/\p{L}/u.test(text)) return false
  return language.startsWith('zh') ? CJK_NAME.test(text) : LATIN_NAME.test(text) && !hasRole(text)
}

/** "By A and B" in a line of its own, or the rest of a line that also has the date. */
function bylineIn(draft: Draft, index: number): string[] {
  const line = draft.lines[index]
  if (line === undefined) return []
  const { rest, isWhole, stamps } = creditsIn(line.text, draft.language)
  if (isByline(line.text)) return bylineNames(stamps.length > 0 ? rest : line.text)
  if (!isWhole || stamps.length === 0) return []
  if (isByline(rest)) return bylineNames(rest)
  return LATIN_NAME.test(rest) && !isFurniture(rest) ? [rest] : []
}

/** The name of an account: it stands alone between the title and the date, beside one of them. */
function accountName({ lines, titleAt, language }: Draft, below: readonly number[]): number {
  if (titleAt === -1) return -1
  const dated = below.find(index => findStamps((lines[index]?.text ?? '').slice(0, 200), language).length > 0)
  if (dated === undefined) return -1
  const between = below.filter(index => index < dated && lines[index]?.fate === undefined)
  const isName = (index: number): boolean => {
    const line = lines[index]
    return line !== undefined && isAccountName(line, language)
  }
  if (!language.startsWith('zh')) return between.find(isName) ?? -1
  return [dated - 1, titleAt + 1].find(index => between.includes(index) && isName(index)) ?? -1
}

/** Who wrote it, as the lines around the title say: a byline, or the account name that stands under the title. */
export const byline: Step = {
  name: 'byline',
  run(draft: Draft): Draft {
    const { above, below } = headerOf(draft)
    let next = draft
    for (const index of [...below, ...above]) {
      const found = bylineIn(next, index)
      if (found.length === 0) continue
      next = { ...backs(next, index, ['bylines']), bylines: [...new Set([...next.bylines, ...found])] }
    }
    if (next.bylines.length > 0) return next
    const index = accountName(next, below)
    const line = next.lines[index]
    return line === undefined ? next : { ...backs(next, index, ['bylines']), bylines: [line.text] }
  },
}
