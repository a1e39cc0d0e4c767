/** Windows-1252 as the Encoding Standard has it: what 0x80 to 0x9F decode to; the five unused ones are themselves. */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'
const BYTES: ReadonlyMap<string, number> = new Map(
  [...HIGH].map((character, index) => [character, 0x80 + index]),
)

/** A byte as Windows-1252 shows it, and as ISO 8859-1 does, for a pattern. */
const shown = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step)
    .flatMap(byte => [String.fromCharCode(byte), ...(byte < 0xa0 ? [HIGH[byte - 0x80] ?? ''] : [])])
    .map(character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

const TAIL = `[${shown(0x80, 0xbf)}]`
/** A character of two, three or four UTF-8 bytes, each shown as one of Windows-1252. */
const SEQUENCE = new RegExp(
  `[${shown(0xc2, 0xdf)}]${TAIL}|[${shown(0xe0, 0xef)}]${TAIL}{2}|[${shown(0xf0, 0xf4)}]${TAIL}{3}`,
  'gu',
)
const LEAD = new RegExp(`[${shown(0xc2, 0xf4)}]`, 'gu')

const byteOf = (character: string): number => BYTES.get(character) ?? character.charCodeAt(0)

function decoded(sequence: string): string {
  const [lead = 0, ...tail] = [...sequence].map(byteOf)
  const point = tail.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0x7f >> (tail.length + 1)))
  const isChosen = point < 0x110000 && (point < 0xd800 || point > 0xdfff)
  return isChosen ? String.fromCodePoint(point) : sequence
}

const ENOUGH = 8
const SHARE = 0.7

/**
 * Undoes UTF-8 that was once decoded as Windows-1252 or ISO 8859-1 (`â€™`, `ç½‘æ˜“`); undefined where the text shows no such
 * damage. Only a text whose accented letters nearly all begin such sequences is taken for damaged: in text as it
 * should be, `Ã` before `©` does not occur.
 */
export function undoDoubleEncoding(text: string): string | undefined {
  const sequences = text.match(SEQUENCE)?.length ?? 0
  const leads = text.match(LEAD)?.length ?? 0
  if (sequences < ENOUGH || sequences < leads * SHARE) return undefined
  return text.replace(SEQUENCE, decoded)
}
