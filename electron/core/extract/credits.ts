import type { Field } from '../model/article.ts'
import { type Credits, creditsIn } from './credit-labels.ts'
import { backs, type Draft, type Step } from './draft.ts'
import { headerOf, tailOf } from './header.ts'
import { isNameLike, outletNames, personNames } from './names.ts'
import { isFurniture, listHeadingKind } from './phrases.ts'

/** What an unlabelled part of a date line must look like to be the name of an outlet. */
const OUTLET =
  /^《?[\p{Script=Han}A-Za-z0-9·]{2,16}(?:网|網|报|報|社|新闻|新聞|周刊|週刊|杂志|雜誌|电视台|電視台|广播|廣播|客户端|在线|在線|时报|時報|日报|日報|晚报|晚報|财经|論壇|论坛|通讯社|通訊社|频道|卫视|央视)》?$/u

type Found = Record<'bylines' | 'sources' | 'editors', string[]>

function namesIn({ credits, rest, stamps }: Credits): Found {
  const values = (role: string): string[] =>
    credits.filter(credit => credit.role === role).map(({ value }) => value)
  const unlabelled = stamps.length > 0 && OUTLET.test(rest) ? [rest] : []
  return {
    bylines: values('author').flatMap(personNames),
    sources: [...values('source'), ...unlabelled].flatMap(outletNames).filter(isNameLike),
    editors: values('editor').flatMap(personNames),
  }
}

const merge = (known: readonly string[], found: readonly string[]): string[] => [
  ...new Set([...known, ...found]),
]

/** Takes the fields that one line states, if the line is nothing else. */
function take(draft: Draft, index: number): Draft {
  const line = draft.lines[index]
  if (line === undefined || (line.fate !== undefined && line.fate.kind !== 'field')) return draft
  if (index === draft.titleAt || isFurniture(line.text) || listHeadingKind(line.text) !== undefined)
    return draft
  const credits = creditsIn(line.text, draft.language)
  if (!credits.isWhole) return draft
  const found = namesIn(credits)
  const fields = (Object.keys(found) as (keyof Found)[]).filter(field => found[field].length > 0)
  if (fields.length === 0) return draft
  return {
    ...backs(draft, index, fields satisfies Field[]),
    bylines: merge(draft.bylines, found.bylines),
    sources: merge(draft.sources, found.sources),
    editors: merge(draft.editors, found.editors),
  }
}

/** Source, author and editor lines between title and text, and above the title. */
export const headerCredits: Step = {
  name: 'header-credits',
  run(draft: Draft): Draft {
    const { above, below } = headerOf(draft)
    return [...below, ...above].reduce(take, draft)
  },
}

/** Source, author and editor lines that close the text. */
export const closingCredits: Step = {
  name: 'closing-credits',
  run: (draft: Draft): Draft => tailOf(draft).reduce(take, draft),
}
