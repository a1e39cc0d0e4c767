import { decodeHtml } from './html-charset.ts'
import { parseValue } from './mime-headers.ts'
import { contentOf, type MimePart } from './mime-parts.ts'

interface EmailBody {
  readonly kind: 'html' | 'text'
  readonly text: string
}

const isAttachment = (part: MimePart): boolean =>
  parseValue(part.headers.get('content-disposition')).value === 'attachment'

const textOf = (part: MimePart): string => {
  const { text } = decodeHtml(contentOf(part), part.type.parameters.get('charset'))
  const lines = text.replace(/\r\n?/gu, '\n')
  return part.type.parameters.get('format')?.toLowerCase() === 'flowed'
    ? unflowed(lines, part.type.parameters.get('delsp')?.toLowerCase() === 'yes')
    : lines
}

/** RFC 3676: a line that ends with a blank goes on in the next; `-- ` is the line above a signature. */
function unflowed(text: string, deletesSpace: boolean): string {
  let result = ''
  for (const line of text.split('\n')) {
    const plain = line.startsWith(' ') ? line.slice(1) : line
    if (plain.endsWith(' ') && plain !== '-- ') result += deletesSpace ? plain.slice(0, -1) : plain
    else result += `${plain}\n`
  }
  return result
}

/** The bodies of a part in their order: of alternatives the last that has words and is no worse than the others. */
function bodiesOf(part: MimePart): EmailBody[] {
  if (part.parts.length === 0) {
    if (isAttachment(part)) return []
    if (part.type.value === 'text/html') return [{ kind: 'html', text: textOf(part) }]
    return part.type.value === 'text/plain' ? [{ kind: 'text', text: textOf(part) }] : []
  }
  if (part.type.value !== 'multipart/alternative') return part.parts.flatMap(bodiesOf)
  const choices = part.parts.map(bodiesOf).filter(bodies => bodies.some(({ text }) => text.trim() !== ''))
  return (
    choices.findLast(bodies => bodies.some(({ kind }) => kind === 'html')) ??
    choices.findLast(() => true) ??
    []
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Mailers break lines near the 72nd letter; verses, lists, quotations and addresses have lines of their own. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.slice(0, -1).every(line => line.length >= 55 && line.length <= 80) &&
  lines.every(line => !/^(?:[>*•-]|\d+[.)])\s?/u.test(line))

function paragraphHtml(paragraph: string): string {
  const lines = paragraph
    .trim()
    .split('\n')
    .map(line => line.trimEnd())
  return `<p>${lines.map(escaped).join(isWrapped(lines) ? ' ' : '<br>')}</p>`
}

/** Plain text with lines that end in a line feed as HTML: its paragraphs, joined where a mailer broke them. */
export const textHtml = (text: string): string =>
  text
    .split(/\n\s*\n/u)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraphHtml)
    .join('\n')

const asHtml = ({ kind, text }: EmailBody): string => (kind === 'html' ? text : textHtml(text))

/**
 * The body of a message as HTML; undefined where it has no words. Some mailers write it in pieces around the pictures.
 */
export function emailBody(message: MimePart): string | undefined {
  const bodies = bodiesOf(message).filter(({ text }) => text.trim() !== '')
  return bodies.length === 0 ? undefined : bodies.map(asHtml).join('\n')
}
