import type { Field } from '../model/article.ts'
import type { Source } from '../model/clipping.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Outlet, OutletAction, OutletRule } from '../model/outlet-rule.ts'
import { fold } from '../search/fold.ts'
import { outletHostOf } from '../similarity/same-page.ts'

/** What of an extraction rules look at and change. */
type Fields = Pick<Extraction['clipping'], 'title' | 'bylines' | 'sources' | 'published' | 'url'>

const same = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim())

/** White space and the signs that stand between a name and what is put before or behind it. */
const SEPARATORS = String.raw`[\s|｜丨_\-–—―·•:：,，;；/／>»«]+`
const AT_START = new RegExp(`^${SEPARATORS}`, 'u')
const AT_END = new RegExp(`${SEPARATORS}$`, 'u')

/** The text without the words at its start or end, and what separated them; the text itself where they are not there. */
export function stripped(text: string, where: 'start' | 'end', words: string): string {
  const plain = text.trim()
  const part = where === 'start' ? plain.slice(0, words.length) : plain.slice(-words.length)
  if (!same(part, words)) return text
  const rest =
    where === 'start'
      ? plain.slice(words.length).replace(AT_START, '')
      : plain.slice(0, -words.length).replace(AT_END, '')
  return rest === '' ? text : rest
}

/** Whether the rule is for articles of this outlet. `url` is where the page was read. */
function isFor(outlet: Outlet, { sources }: Pick<Fields, 'sources'>, url: string | undefined): boolean {
  if (outlet.by === 'source')
    return sources.some(({ name, aliasOf }) => same(name, outlet.name) || same(aliasOf ?? name, outlet.name))
  const host = url === undefined ? undefined : outletHostOf(url)
  return host === outlet.host || host?.endsWith(`.${outlet.host}`) === true
}

function renamed(source: Source, from: string, to: string): Source {
  return same(source.name, from) && source.name !== to ? { ...source, name: to } : source
}

/** The fields after the action; the same instance where it changes nothing. */
export function acted<F extends Fields>(fields: F, action: OutletAction): F {
  switch (action.do) {
    case 'name-source': {
      const sources = fields.sources.map(source => renamed(source, action.from, action.to))
      return sources.some((source, at) => source !== fields.sources[at]) ? { ...fields, sources } : fields
    }
    case 'set-source':
      return fields.sources[0]?.name === action.to ? fields : { ...fields, sources: [{ name: action.to }] }
    case 'drop-byline': {
      const bylines = fields.bylines.filter(name => !same(name, action.name))
      return bylines.length === fields.bylines.length ? fields : { ...fields, bylines }
    }
    case 'strip-byline': {
      const bylines = fields.bylines.map(name => stripped(name, action.where, action.words))
      return bylines.some((name, at) => name !== fields.bylines[at]) ? { ...fields, bylines } : fields
    }
    case 'strip-title': {
      const title = stripped(fields.title, action.where, action.words)
      return title === fields.title ? fields : { ...fields, title }
    }
    case 'ignore-date': {
      const { published } = fields
      const isMeant = typeof published === 'object' && published.origin === action.origin
      return isMeant ? { ...fields, published: 'not-stated' } : fields
    }
  }
}

const RULED = ['title', 'bylines', 'sources', 'published'] as const satisfies Field[]

/**
 * What was read of an article as the rules for its outlet would have it, in their order; the same instance where none
 * changes anything. A field that a rule changed keeps the words that it was read from, with `rule` as its origin; one
 * that a rule emptied is not stated.
 */
export function applyOutletRules(
  extraction: Extraction,
  rules: Iterable<OutletRule>,
  url: string | undefined,
): Extraction {
  const { clipping, article } = extraction
  let after = clipping
  for (const { outlet, action } of rules)
    if (isFor(outlet, after, url ?? clipping.url)) after = acted(after, action)
  if (after === clipping) return extraction
  const statements = { ...article.statements }
  for (const field of RULED) {
    if (after[field] === clipping[field]) continue
    const isEmpty = Array.isArray(after[field]) ? after[field].length === 0 : after[field] === 'not-stated'
    const evidence = statements[field]?.evidence ?? wordsOf(after, field)
    if (isEmpty) delete statements[field]
    else statements[field] = { origin: 'rule', evidence, confidence: 1 }
  }
  const { source: _, ...rest } = after
  const [source] = after.sources
  return {
    clipping: { ...rest, ...(source !== undefined && { source }) },
    article: { ...article, statements },
  }
}

function wordsOf(fields: Fields, field: (typeof RULED)[number]): string {
  if (field === 'sources') return fields.sources.map(({ name }) => name).join(', ')
  if (field === 'bylines') return fields.bylines.join(', ')
  return field === 'title' ? fields.title : ''
}
