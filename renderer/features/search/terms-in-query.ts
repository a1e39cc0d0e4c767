import { type Edtf, edtfSchema } from '../../../electron/core/model/edtf.ts'
import { fold } from '../../../electron/core/search/fold.ts'
import { parseQuery } from '../../../electron/core/search/parse-query.ts'
import { printQuery } from '../../../electron/core/search/print-query.ts'
import type { Query, QueryClock, Term } from '../../../electron/core/search/query.ts'
import { isUnspaced } from '../../../electron/core/search/units.ts'
import { type QueryPart, queryParts, withoutPart } from './query-parts.ts'

/** What a facet counts. */
export type Facet = 'source' | 'tag' | 'month'

/** The condition that a value of a facet stands for; undefined for a month that is none. */
export function termOf(facet: Facet, value: string, clock: QueryClock): Term | undefined {
  if (facet !== 'month') return { kind: 'text', field: facet, text: value, exact: true, prefix: false }
  const edtf = edtfSchema.safeParse(value).data
  return edtf === undefined ? undefined : { kind: 'date', clock, edtf }
}

/** The condition of the query that is this one, however it was written; undefined where it has none. */
export function partWith(query: string, term: Term, today: Edtf): QueryPart | undefined {
  return queryParts(query).find(({ text }) => {
    const parsed = parseQuery(text, { today })
    return parsed.ok && isSame(parsed.value.query, term)
  })
}

function isSame(query: Query, term: Term): boolean {
  if (query.kind === 'text' && term.kind === 'text')
    return query.field === term.field && fold(query.text) === fold(term.text)
  return printQuery(query) === printQuery(term)
}

/**
 * The query with one condition more. `names` says how the interface calls the fields. What was written stays as it
 * is, except that a quotation left open is closed, and a word that may go on is said to.
 */
export function withTerm(
  query: string,
  term: Term,
  today: Edtf,
  names: Readonly<Record<string, string>>,
): string {
  const added = printQuery(term).replace(/^[a-z]+(?=:)/u, name => names[name] ?? name)
  const before = settled(query.trim(), today)
  return before === '' ? added : `${before} ${added}`
}

/** The query as it reads when words are put behind it. */
function settled(query: string, today: Edtf): string {
  const typing = parseQuery(query, { today, typing: true })
  const typed = parseQuery(query, { today })
  if (!typing.ok || !typed.ok) return query
  if (typing.value.query.kind === 'everything') return ''
  const isWhole = typing.value.notes.length === 0
  const mayGoOn =
    printQuery(typing.value.query) !== printQuery(typed.value.query) && !isUnspaced([...query].at(-1) ?? '')
  const written = isWhole ? `${query}${mayGoOn ? '*' : ''}` : printQuery(typing.value.query)
  return typing.value.query.kind === 'or' ? `(${written})` : written
}

/** Puts the condition into the query, or takes it out where it is in there. */
export function toggleTerm(
  query: string,
  term: Term,
  today: Edtf,
  names: Readonly<Record<string, string>>,
): string {
  const part = partWith(query, term, today)
  return part === undefined ? withTerm(query, term, today, names) : withoutPart(query, part)
}
