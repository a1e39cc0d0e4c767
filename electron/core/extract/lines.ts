import type { Line } from './draft.ts'
import { measure } from './measure.ts'

const BREAK = /\r\n|[\n\r\u2028\u2029\v\f\u0085]/u
/** Zero-width and directional marks, soft hyphens, byte order marks, control characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

/** The words for reading: white space of any kind is one plain space, invisible characters are gone. */
const cleaned = (raw: string): string => raw.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()

/** The non-blank lines of a text, numbered as in the source, blank ones counted. */
export function linesIn(text: string): Line[] {
  const lines: Line[] = []
  let gap = false
  for (const [order, source] of text.split(BREAK).entries()) {
    const raw = source.trim()
    if (raw === '') {
      gap = true
      continue
    }
    const words = cleaned(raw)
    lines.push({ order, raw, text: words, gap, measure: measure(words) })
    gap = false
  }
  return lines
}
