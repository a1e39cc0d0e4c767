import type { Body } from '../model/body.ts'
import { blockText } from './text.ts'

/** Characters of a clipping's excerpt: three lines of the list at its widest. */
export const EXCERPT_LENGTH = 160

/** What ends a sentence, with the quotation mark or bracket that closes after it. */
const SENTENCE_END = /[。！？!?…]["'”’」』）)]*|\.["'”’)]*(?=\s)/gu
const LATIN_END = /[\p{Script=Latin}\p{N}]$/u

/**
 * The beginning of the running text, at most `maxChars` code points, white space folded. It ends with a
 * sentence where one ends in the last third, else between words with `…`. Headings, figures and tables
 * are passed over unless the body has nothing else.
 */
export function excerptOf(body: Body, maxChars: number): string {
  const running = body.children.filter(block => !/^(?:h\d|figure|table)$/.test(block.tagName))
  const blocks = running.length > 0 ? running : body.children
  const kept: string[] = []
  let seen = 0
  for (const block of blocks) {
    if (seen > maxChars) break
    const text = blockText(block).replace(/\s+/gu, ' ').trim()
    for (const character of kept.length > 0 && text !== '' ? ` ${text}` : text) {
      seen += 1
      if (seen > maxChars + 1) break
      kept.push(character)
    }
  }
  if (seen <= maxChars) return kept.join('')
  return cut(kept, maxChars)
}

function cut(characters: readonly string[], maxChars: number): string {
  const whole = characters.slice(0, maxChars).join('')
  let sentenceEnd = 0
  for (const match of whole.matchAll(SENTENCE_END)) sentenceEnd = match.index + match[0].length
  if (sentenceEnd >= (whole.length * 2) / 3) return whole.slice(0, sentenceEnd).trim()
  const room = characters.slice(0, Math.max(0, maxChars - 1)).join('')
  const next = characters[Math.max(0, maxChars - 1)] ?? ''
  const insideWord = LATIN_END.test(room) && /[\p{Script=Latin}\p{N}]/u.test(next)
  const wordStart = room.lastIndexOf(' ')
  const words = insideWord && wordStart > room.length / 2 ? room.slice(0, wordStart) : room
  return maxChars < 1 ? '' : `${words.trimEnd()}…`
}
