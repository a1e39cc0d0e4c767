import { fieldNamed } from '../../../electron/core/search/query-names.ts'
import { type QueryToken, queryTokens } from '../../../electron/core/search/query-tokens.ts'

/** One of the conditions of a query that all have to hold, as it was written; `end` is past its last UTF-16 unit. */
export interface QueryPart {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The conditions that stand side by side in a query. A query whose alternatives are not in parentheses is one part:
 * nothing can be taken out of it without changing what the rest means.
 */
export function queryParts(query: string): QueryPart[] {
  const tokens = queryTokens(query, name => fieldNamed(name) !== undefined)
  const parts: QueryPart[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = endOfPart(tokens, at)
    if (tokens[at]?.kind === 'or') return wholeOf(query)
    const part = partOf(query, tokens[at], tokens[end - 1])
    if (part !== undefined) parts.push(part)
    at = end
  }
  return parts
}

function wholeOf(query: string): QueryPart[] {
  const start = query.length - query.trimStart().length
  const text = query.trim()
  return [{ text, start, end: start + text.length }]
}

function partOf(
  query: string,
  first: QueryToken | undefined,
  last: QueryToken | undefined,
): QueryPart | undefined {
  if (first === undefined || last === undefined || first.kind === 'close') return undefined
  const end = last.position + last.length
  return { text: query.slice(first.position, end), start: first.position, end }
}

/** The index past the last token of the part that begins here. */
function endOfPart(tokens: readonly QueryToken[], from: number): number {
  let at = from
  while (tokens[at]?.kind === 'minus' && isAttached(tokens[at], tokens[at + 1])) at += 1
  if (tokens[at]?.kind === 'open') return pastClosing(tokens, at)
  const isField = tokens[at]?.kind === 'field'
  const hasValue = tokens[at + 1]?.kind === 'word' || tokens[at + 1]?.kind === 'phrase'
  return Math.min(at + (isField && hasValue ? 2 : 1), tokens.length)
}

const isAttached = (before: QueryToken | undefined, after: QueryToken | undefined): boolean =>
  before !== undefined && after?.position === before.position + before.length

function pastClosing(tokens: readonly QueryToken[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.kind === 'open') depth += 1
    if (tokens[at]?.kind === 'close') depth -= 1
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** The query without one of its parts. */
export const withoutPart = (query: string, { start, end }: QueryPart): string =>
  [query.slice(0, start).trimEnd(), query.slice(end).trimStart()].filter(Boolean).join(' ')
