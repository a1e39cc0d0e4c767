import type { Edtf } from '../model/edtf.ts'

/** Where words are looked for: one field, or `any` of title, text, note, tags, sources and names. */
export const TEXT_FIELDS = ['title', 'text', 'note', 'tag', 'source', 'by'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

export const STATES = ['starred', 'read', 'unread', 'inbox', 'trashed'] as const
export type State = (typeof STATES)[number]

export const FEATURES = [
  'note',
  'tag',
  'collection',
  'byline',
  'source',
  'date',
  'address',
  'original',
  'highlight',
] as const
export type Feature = (typeof FEATURES)[number]

export const QUERY_CLOCKS = ['published', 'clipped', 'happened'] as const
export type QueryClock = (typeof QUERY_CLOCKS)[number]

/**
 * Words that stand together. `exact` is what was quoted: it is not tried as pinyin. `prefix` lets the last word
 * go on; a Chinese word may go on anyway.
 */
export interface TextTerm {
  readonly kind: 'text'
  readonly field: TextField | 'any'
  readonly text: string
  readonly exact: boolean
  readonly prefix: boolean
}

export type Term =
  | TextTerm
  /** In a collection whose name has the words. */
  | { readonly kind: 'in'; readonly text: string }
  /** A BCP 47 tag in lower case; `zh` is also found in `zh-Hant`. */
  | { readonly kind: 'language'; readonly tag: string }
  | { readonly kind: 'is'; readonly state: State }
  | { readonly kind: 'has'; readonly feature: Feature }
  /** The page's host in lower case, or a domain that it is in. */
  | { readonly kind: 'site'; readonly host: string }
  /** May fall on one of these days. */
  | { readonly kind: 'date'; readonly clock: QueryClock; readonly edtf: Edtf }

/** What is asked, as a tree. Build it with {@link allOf}, {@link anyOf} and {@link notOf}, which keep it flat. */
export type Query =
  | { readonly kind: 'everything' }
  | Term
  | { readonly kind: 'and'; readonly of: readonly Query[] }
  | { readonly kind: 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

export const EVERYTHING: Query = { kind: 'everything' }

/** What all of the parts match; without parts, everything. */
export function allOf(parts: readonly Query[]): Query {
  const of = parts
    .flatMap(part => (part.kind === 'and' ? part.of : [part]))
    .filter(part => part.kind !== 'everything')
  const [only] = of
  return of.length > 1 ? { kind: 'and', of } : (only ?? EVERYTHING)
}

/** What one of the parts matches, at least. Undefined without parts: that would be nothing. */
export function anyOf(parts: readonly Query[]): Query | undefined {
  const of = parts.flatMap(part => (part.kind === 'or' ? part.of : [part]))
  const [only] = of
  return of.length > 1 ? { kind: 'or', of } : only
}

/** The opposite; twice is the query itself. */
export const notOf = (query: Query): Query => (query.kind === 'not' ? query.of : { kind: 'not', of: query })
