import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { parseQuery, type QueryProblem } from '../../../electron/core/search/parse-query.ts'
import type { Query } from '../../../electron/core/search/query.ts'

/** Whether a date can be read, and which words are looked for, does not depend on the day it is read. */
const ANY_DAY = '2025-01-01' as Edtf

/** What the text of the search field asks for; undefined where it cannot be read or asks for nothing. */
export function typedQuery(text: string): Query | undefined {
  const parsed = parseQuery(text, { today: ANY_DAY, typing: true })
  return parsed.ok && parsed.value.query.kind !== 'everything' ? parsed.value.query : undefined
}

/** What of a query names nothing, such as `published:someday`: why, and the words themselves. */
export interface UnreadableWords {
  readonly code: QueryProblem['code']
  readonly words: string
}

/** Why a query cannot be answered, or undefined where it can. */
export function unreadableWords(query: string): UnreadableWords | undefined {
  const parsed = parseQuery(query, { today: ANY_DAY, typing: true })
  if (parsed.ok) return undefined
  const { code, position, length } = parsed.error
  return { code, words: query.slice(position, position + length) }
}
