import { decodeWords, type MimeHeaders } from './mime-headers.ts'

const ADDRESS =
  /(?:"(?<quoted>(?:[^"\\]|\\.){0,400})"|(?<bare>[^<>",;]{0,400}?))\s*<(?<address>[^<>\s]{1,320})>|(?<only>[^\s<>",;@]{1,64}@[^\s<>",;()]{1,255})(?:\s*\((?<comment>[^()]{0,200})\))?/gu

/** The names in `From`; of an address without a name the address. Names are decoded after the list is taken apart. */
function namesOf(header: string | undefined): string[] {
  const names: string[] = []
  for (const { groups } of (header ?? '').matchAll(ADDRESS)) {
    const stated = (
      groups?.['quoted']?.replace(/\\(?<it>.)/gsu, '$<it>') ??
      groups?.['bare'] ??
      groups?.['comment'] ??
      ''
    ).trim()
    const name = decodeWords(stated)
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^'(?<inner>.*)'$/u, '$<inner>')
    names.push(name === '' ? (groups?.['address'] ?? groups?.['only'] ?? '') : name)
  }
  return names.filter(name => name !== '')
}

/**
 * Who a message is from: the people who wrote it, or where it goes to a list (`List-Id`, `List-Unsubscribe`: RFC 2919,
 * RFC 2369) the publication that sends it.
 */
export function senders(headers: MimeHeaders): { bylines?: readonly string[]; source?: string } {
  const names = namesOf(headers.get('from'))
  const [first] = names
  if (first === undefined) return {}
  return headers.has('list-id') || headers.has('list-unsubscribe') ? { source: first } : { bylines: names }
}
