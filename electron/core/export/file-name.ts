import type { Clipping } from '../model/clipping.ts'
import { calendarPart } from './stated-date.ts'

/** eCryptfs allows the fewest bytes (143) of the file systems in use; the rest is for a number and an ending. */
const MAX_BYTES = 120
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/**
 * Words as the name of a file, without ending: NFC, none of the characters that Windows, macOS, Linux or
 * Obsidian's links refuse (a space stands for each), no control or formatting characters but the joiners of emoji and Persian, no white space or
 * dots at its ends, no Windows device name, at most 120 bytes of UTF-8, cut between grapheme clusters.
 */
export function fileNameOf(words: string, fallback: string): string {
  const safe = trimmed(
    words
      .normalize('NFC')
      .replace(/[<>:"/\\|?*[\]#^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replace(/\s+/gu, ' '),
  )
  const name = trimmed(cut(safe)) || fallback
  return RESERVED.test(name) ? `_${name}` : name
}

const trimmed = (name: string): string => name.replace(/^[\s.\u200c\u200d]+|[\s.\u200c\u200d]+$/gu, '')

function cut(name: string): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    bytes += utf8Length(segment)
    if (bytes > MAX_BYTES) break
    kept += segment
  }
  return kept
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** `2025-07-19 Title`, the date at its own precision; only the title where no date is stated. */
export function clippingFileName({ title, published }: Clipping, untitled: string): string {
  const date = typeof published === 'string' ? '' : `${calendarPart(published.edtf)} `
  return fileNameOf(`${date}${title.trim() === '' ? untitled : title}`, untitled)
}

/**
 * Gives each name once: a name that differs from an earlier one only by case or by Unicode form, which is
 * the same file on Windows and macOS, gets ` (2)`, ` (3)` …, or what `numbered` says.
 */
export function uniqueNames(
  ending: string,
  taken: readonly string[] = [],
  numbered: (count: number) => string = count => ` (${count})`,
): (name: string) => string {
  const key = (name: string) => name.normalize('NFD').toUpperCase().toLowerCase()
  const seen = new Set(taken.map(key))
  return name => {
    let unique = `${name}${ending}`
    for (let count = 2; seen.has(key(unique)); count += 1) unique = `${name}${numbered(count)}${ending}`
    seen.add(key(unique))
    return unique
  }
}
