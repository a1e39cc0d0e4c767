import { exhausted } from '../result.ts'
import type { Query, TextTerm } from './query.ts'
import { fieldNamed } from './query-names.ts'
import { queryTokens } from './query-tokens.ts'

/** The query as a text that `parseQuery` reads as the same query, whatever the day is then. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'everything':
      return ''
    case 'and':
      return query.of.map(part => (part.kind === 'or' ? `(${printQuery(part)})` : printQuery(part))).join(' ')
    case 'or':
      return query.of.map(printQuery).join(' OR ')
    case 'not': {
      const inner = printQuery(query.of)
      return query.of.kind === 'and' || query.of.kind === 'or' ? `-(${inner})` : `-${inner}`
    }
    case 'text':
      return query.field === 'any' ? printText(query) : `${query.field}:${printText(query)}`
    case 'in':
      return `in:${bareOrQuoted(query.text)}`
    case 'language':
      return `lang:${query.tag}`
    case 'is':
      return `is:${query.state}`
    case 'has':
      return `has:${query.feature}`
    case 'site':
      return `site:${bareOrQuoted(query.host)}`
    case 'date':
      return `${query.clock}:${query.edtf}`
    default:
      return exhausted(query)
  }
}

function printText({ text, exact, prefix }: TextTerm): string {
  const words = exact ? quoted(text) : bareOrQuoted(text)
  return prefix ? `${words}*` : words
}

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`

/** Quotes only what would be read as something else. */
function bareOrQuoted(text: string): string {
  const [first, ...rest] = queryTokens(text, name => fieldNamed(name) !== undefined)
  const isBare = rest.length === 0 && first?.kind === 'word' && first.text === text && !first.prefix
  return isBare ? text : quoted(text)
}
