/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What ends a sentence, with the closing marks behind it. A full stop ends one only before white space or the end. */
const END = /[。！？!?…]+[”’」』）)"'\]]*|\.+[”’)"'\]]*(?=\s|$)|\n+/gu

/** A full stop behind these ends no sentence: titles, initials, months, what is counted or compared. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mrs?|Ms|Dr|Prof|St|Sgt|Capt|Lt|Col|Gen|Gov|Sen|Rep|Rev|Hon|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|No|Nos|Vol|vs|v|approx|est|ca?|Inc|Ltd|Co|Corp|al|e\.g|i\.e)\.$/u

/** A sentence of more than this is cut around what is looked for, because nothing tells where it ends. */
const LONGEST = 1500
const AROUND = 400

/** Whether what matched at `index` ends a sentence. Behind an abbreviation that may, what follows has to begin one. */
function isEnd(text: string, index: number, mark: string): boolean {
  if (!mark.startsWith('.'))
    return !(mark.startsWith('…') && /^\s*[\p{Ll}，、,]/u.test(text.slice(index + mark.length)))
  const next = text.slice(index + mark.length).trimStart()
  if (/^[\p{Ll},;]/u.test(next)) return false
  return !ABBREVIATION.test(text.slice(Math.max(0, index - 12), index + 1))
}

/** A quotation that a sentence opens is a part of it to its close, where that is near. */
const LONGEST_QUOTED = 400

function closingOf(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  const [open, close] = /[“「『]/u.test(words)
    ? words.includes('“')
      ? '“”'
      : words.includes('「')
        ? '「」'
        : '『』'
    : ''
  if (open === undefined || close === undefined) return end
  if (words.lastIndexOf(close) > words.lastIndexOf(open)) return end
  const closing = text.indexOf(close, end)
  const isNear =
    closing !== -1 && closing - start < LONGEST_QUOTED && !text.slice(end, closing).includes('\n')
  return isNear ? closing + 1 : end
}

/** The sentence that a stretch of a text stands in, without white space at its ends; a line is never left. */
export function sentenceAround(text: string, within: Stretch): Stretch {
  let start = 0
  let end = text.length
  for (const match of text.matchAll(END)) {
    const after = match.index + match[0].length
    if (!isEnd(text, match.index, match[0])) continue
    if (after <= within.start) start = after
    else if (match.index >= within.end - 1 && after >= within.end) {
      end = /^\n/u.test(match[0]) ? match.index : after
      break
    }
  }
  end = closingOf(text, start, end)
  if (end - start > LONGEST) {
    start = Math.max(start, within.start - AROUND)
    end = Math.min(end, within.end + AROUND)
  }
  const words = text.slice(start, end)
  const first = start + words.length - words.trimStart().length
  return { start: first, end: Math.max(first, first + words.trim().length) }
}
