/** Spaces within a line or before it, and what lines are drawn with. */
const SPACED = /\S(?: {2,}|\t)\S|^(?: {2,}|\t)\S|[│┃─━┌└├]|[-=+|]{3}|[{};]$/u

/**
 * Whether preformatted text needs characters of one width: code, columns and drawings do, verse and addresses look
 * better in the type of the text.
 */
export function isAligned(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.filter(line => SPACED.test(line)).length * 4 >= lines.length
}
