import type { Edtf } from '../model/edtf.ts'
import { fail, ok, type Result } from '../result.ts'
import { allOf, anyOf, notOf, type Query } from './query.ts'
import { queryDate } from './query-dates.ts'
import { type FieldName, featureNamed, fieldNamed, languageNamed, stateNamed } from './query-names.ts'
import { type QueryToken, queryTokens } from './query-tokens.ts'
import { phraseUnits } from './units.ts'

interface Place {
  readonly position: number
  readonly length: number
}

/** Why a query cannot be answered, and where: the part of its text, in UTF-16 units. */
export interface QueryProblem extends Place {
  readonly code:
    | 'unknown-date'
    | 'unknown-state'
    | 'unknown-feature'
    | 'unknown-language'
    | 'too-deep'
    | 'too-long'
}

/** What was read leniently, because a query is searched while it is typed. */
export interface QueryNote extends Place {
  readonly code:
    | 'open-quotation'
    | 'open-parenthesis'
    | 'extra-parenthesis'
    | 'nothing-after'
    | 'nothing-before'
    | 'no-words'
}

export interface ParsedQuery {
  readonly query: Query
  readonly notes: readonly QueryNote[]
}

export interface QueryContext {
  /** The day against which "last week" is read. */
  readonly today: Edtf
  /** Whether the last word may go on, because it is still being typed. */
  readonly typing?: boolean
}

const LONGEST = 2000
const DEEPEST = 40

/** Thrown within the parser alone, to leave it from any depth. */
class Stop {
  readonly problem: QueryProblem
  constructor(problem: QueryProblem) {
    this.problem = problem
  }
}

/**
 * The query that a text means. What is unfinished (an open quotation, a trailing OR, a field without value) is
 * read as far as it goes and noted; a problem is a value that names no date, state, feature or language.
 */
export function parseQuery(text: string, context: QueryContext): Result<ParsedQuery, QueryProblem> {
  if (text.length > LONGEST)
    return fail({ code: 'too-long', position: LONGEST, length: text.length - LONGEST })
  const tokens = queryTokens(text, name => fieldNamed(name) !== undefined)
  try {
    const parser = new Parser(tokens, text.length, context)
    const query = parser.whole()
    return ok({ query, notes: parser.notes })
  } catch (stopped) {
    if (stopped instanceof Stop) return fail(stopped.problem)
    throw stopped
  }
}

/** `BBC.co.uk`, also where a whole address was pasted. */
const hostIn = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/[/:?#].*$/u, '')

/** One of the parts: `undefined` is a part that says nothing, such as punctuation alone. */
type Part = Query | undefined

class Parser {
  readonly notes: QueryNote[] = []
  private at = 0
  private depth = 0
  private readonly tokens: readonly QueryToken[]
  private readonly end: number
  private readonly context: QueryContext

  constructor(tokens: readonly QueryToken[], end: number, context: QueryContext) {
    this.tokens = tokens
    this.end = end
    this.context = context
  }

  whole(): Query {
    const parts: Query[] = []
    while (this.at < this.tokens.length) {
      const part = this.alternatives()
      if (part !== undefined) parts.push(part)
      const extra = this.next('close')
      if (extra !== undefined) this.note('extra-parenthesis', extra)
    }
    return allOf(parts)
  }

  /** `a b OR c`: what stands side by side binds closer. */
  private alternatives(): Part {
    const parts: Query[] = []
    let before: QueryToken | undefined
    for (;;) {
      const part = this.sideBySide()
      const or = this.next('or')
      if (part !== undefined) parts.push(part)
      else if (before !== undefined) this.note('nothing-after', before)
      else if (or !== undefined) this.note('nothing-before', or)
      if (or === undefined) return anyOf(parts)
      before = or
    }
  }

  private sideBySide(): Part {
    const parts: Query[] = []
    for (;;) {
      const token = this.tokens[this.at]
      if (token === undefined || token.kind === 'or' || token.kind === 'close') break
      const part = this.part()
      if (part !== undefined) parts.push(part)
    }
    return parts.length === 0 ? undefined : allOf(parts)
  }

  private part(): Part {
    const minus = this.next('minus')
    if (minus === undefined) return this.tokens[this.at]?.kind === 'open' ? this.group() : this.term()
    // A dash with white space behind it is punctuation.
    const token = this.tokens[this.at]
    const isAttached = token !== undefined && token.position === minus.position + minus.length
    if (!isAttached || token.kind === 'or' || token.kind === 'close') {
      this.note('nothing-after', minus)
      return undefined
    }
    return this.deeper(minus, () => {
      const part = this.part()
      return part === undefined ? undefined : notOf(part)
    })
  }

  private group(): Part {
    const open = this.next('open')
    if (open === undefined) return undefined
    return this.deeper(open, () => {
      const inside = this.alternatives()
      if (this.next('close') === undefined) this.note('open-parenthesis', open)
      if (inside === undefined) this.note('no-words', open)
      return inside
    })
  }

  private term(): Part {
    const field = this.next('field')
    const token = this.tokens[this.at]
    if (field === undefined) {
      this.at += 1
      return token === undefined ? undefined : this.text('any', token)
    }
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'phrase')) {
      this.note('nothing-after', field)
      return undefined
    }
    this.at += 1
    const name = fieldNamed(field.text)
    return name === undefined ? undefined : this.fieldTerm(name, token)
  }

  private fieldTerm(field: FieldName, token: QueryToken): Part {
    switch (field) {
      case 'in':
        return this.hasWords(token) ? { kind: 'in', text: token.text } : undefined
      case 'site':
        return this.hasWords(token) ? { kind: 'site', host: hostIn(token.text) } : undefined
      case 'lang':
        return { kind: 'language', tag: languageNamed(token.text) ?? this.stop('unknown-language', token) }
      case 'is':
        return { kind: 'is', state: stateNamed(token.text) ?? this.stop('unknown-state', token) }
      case 'has':
        return { kind: 'has', feature: featureNamed(token.text) ?? this.stop('unknown-feature', token) }
      case 'published':
      case 'clipped':
      case 'happened': {
        const edtf = queryDate(token.text, this.context.today) ?? this.stop('unknown-date', token)
        return { kind: 'date', clock: field, edtf }
      }
      default:
        return this.text(field, token)
    }
  }

  private text(field: Extract<Query, { kind: 'text' }>['field'], token: QueryToken): Part {
    if (token.unclosed) this.note('open-quotation', token)
    if (!this.hasWords(token)) return undefined
    const isLast = token.position + token.length === this.end
    const isUnfinished =
      this.context.typing === true && isLast && (token.kind === 'word' || token.unclosed === true)
    return {
      kind: 'text',
      field,
      text: token.text,
      exact: token.kind === 'phrase',
      prefix: token.prefix === true || isUnfinished,
    }
  }

  private hasWords(token: QueryToken): boolean {
    if (phraseUnits(token.text).length > 0) return true
    this.note('no-words', token)
    return false
  }

  private deeper<T>(token: QueryToken, read: () => T): T {
    this.depth += 1
    if (this.depth > DEEPEST) this.stop('too-deep', token)
    const value = read()
    this.depth -= 1
    return value
  }

  private next(kind: QueryToken['kind']): QueryToken | undefined {
    const token = this.tokens[this.at]
    if (token?.kind !== kind) return undefined
    this.at += 1
    return token
  }

  private note(code: QueryNote['code'], { position, length }: QueryToken): void {
    this.notes.push({ code, position, length })
  }

  private stop(code: QueryProblem['code'], { position, length }: QueryToken): never {
    throw new Stop({ code, position, length })
  }
}
