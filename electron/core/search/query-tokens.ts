/** A piece of the query's text; positions are in UTF-16 units. */
export interface QueryToken {
  readonly kind: 'word' | 'phrase' | 'open' | 'close' | 'minus' | 'or' | 'field'
  /** The words as they are meant: without quotation marks and escapes; of a field, its name. */
  readonly text: string
  readonly position: number
  readonly length: number
  /** A phrase whose closing mark is missing. */
  readonly unclosed?: boolean
  /** A phrase with `*` behind it, or a word that ends in it. */
  readonly prefix?: boolean
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' }
const WORD_END = /[\s()（）"“”「」『』＂]/u
const OPERATORS: Readonly<Record<string, QueryToken['kind']>> = {
  '(': 'open',
  '（': 'open',
  ')': 'close',
  '）': 'close',
}
const FIELD = /^(?<name>[\p{L}]{1,12})[:：]/u

/**
 * Cuts a query into pieces; it never fails. `isField` says which words before a colon are fields: of any other
 * (`10:30`, `https://…`) the colon is part of the word.
 */
export function queryTokens(query: string, isField: (name: string) => boolean): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  const take = (
    kind: QueryToken['kind'],
    text: string,
    length: number,
    more: Partial<QueryToken> = {},
  ): void => {
    tokens.push({ kind, text, position: at, length, ...more })
    at += length
  }
  while (at < query.length) {
    const character = query[at] ?? ''
    const operator = OPERATORS[character]
    const field = FIELD.exec(query.slice(at, at + 16))?.groups?.['name']
    if (/\s/u.test(character)) at += 1
    else if (operator !== undefined) take(operator, character, 1)
    else if (/[-－−]/u.test(character)) take('minus', character, 1)
    else if (CLOSING[character] !== undefined) takePhrase(query, at, CLOSING[character], take)
    else if (field !== undefined && isField(field)) take('field', field, field.length + 1)
    else takeWord(query, at, take)
  }
  return tokens
}

type Take = (kind: QueryToken['kind'], text: string, length: number, more?: Partial<QueryToken>) => void

function takePhrase(query: string, start: number, closing: string, take: Take): void {
  let text = ''
  let at = start + 1
  while (at < query.length && query[at] !== closing) {
    if (query[at] === '\\' && at + 1 < query.length) at += 1
    text += query[at]
    at += 1
  }
  const unclosed = at >= query.length
  if (!unclosed) at += 1
  const prefix = query[at] === '*' || query[at] === '＊'
  take('phrase', text, at - start + (prefix ? 1 : 0), {
    ...(unclosed && { unclosed }),
    ...(prefix && { prefix }),
  })
}

function takeWord(query: string, start: number, take: Take): void {
  let end = start + 1
  while (end < query.length && !WORD_END.test(query[end] ?? '')) end += 1
  const written = query.slice(start, end)
  const text = written.replace(/[*＊]+$/u, '')
  take(written === 'OR' ? 'or' : 'word', text, written.length, text === written ? {} : { prefix: true })
}
