import { phrasingOfText } from '../markdown/phrasing.ts'
import { markdownOf } from '../markdown/serialise.ts'
import { oneLine } from '../one-line.ts'

/**
 * Words as running Markdown on one line: whatever they hold, they are words, at the start of a line, in a heading, in a cell
 * of a table, and between the brackets of a link, where an address stays one.
 */
export function markdownWords(text: string): string {
  const children = phrasingOfText(oneLine(text))
  if (children.length === 0) return ''
  return markdownOf([{ type: 'paragraph', children }])
    .trim()
    .replace(/(?<!\\)((?:\\\\)*)\|/gu, '$1\\|')
}

/** Written Markdown as a quotation. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')

/** Signs that YAML, or a reader of it, ends a line at, though JSON does not escape them. */
const LINE_ENDS = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu

/** A value of a front matter: words in double quotes, with all that could end them escaped; lists in brackets. */
export function yamlValue(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`
  return JSON.stringify(String(value)).replace(
    LINE_ENDS,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Words for an element or an attribute of HTML. */
export const htmlWords = (text: string): string =>
  oneLine(text).replace(/[&"'<>]/gu, sign => ENTITIES[sign] ?? sign)
