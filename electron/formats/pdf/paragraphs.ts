import type { ColumnLine } from './columns.ts'

/** A paragraph of a PDF, its lines joined; `size` is that of its letters in points. */
export interface PdfParagraph {
  readonly text: string
  readonly size: number
  readonly page: number
}

export interface PageLine extends ColumnLine {
  readonly page: number
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
/** Both scripts write these; the letter beside them tells. */
const SHARED = /^[“”‘’…—]+|[“”‘’…—]+$/gu
const STOP = /[.!?。！？…;；:：]["'”’」』）)\]]*$/u
export const BULLET = /^[•●○■□▪▸◆◇‣⁃]/u
/** Parts of compounds that keep their hyphen: the line only happened to end there. */
const COMPOUND =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|self|well|ex|non|half|cross|anti|vice|so|long|short|high|low|co)$/u
const HYPHEN = /(?<=\p{Script=Latin})[-\u2010\u00ad]$/u

/** What the lines of a document have in common. */
interface Habits {
  /** Size of most letters. */
  readonly body: number
  /** From baseline to baseline within a paragraph, as a share of the size. */
  readonly leading: number
  /** Paragraphs begin with an indent rather than a gap. */
  readonly indents: boolean
  /** Hyphenated words that stand within lines. */
  readonly hyphenated: ReadonlySet<string>
}

const startsWide = (text: string): boolean => WIDE.test(text.replace(SHARED, '')[0] ?? '')
const endsWide = (text: string): boolean => WIDE.test(text.replace(SHARED, '').at(-1) ?? '')

const rounded = (size: number): number => Math.round(size * 2) / 2

/** The value that most weight stands behind. */
function commonest(weighted: ReadonlyArray<readonly [value: number, weight: number]>): number | undefined {
  const sums = new Map<number, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** The size of the running text: that of most letters. */
export const bodySizeOf = (lines: ReadonlyArray<{ readonly size: number; readonly text: string }>): number =>
  commonest(lines.map(({ size, text }) => [rounded(size), text.length] as const)) ?? 10

const indentOf = (line: PageLine): number => (line.left - line.columnLeft) / line.size
const isIndented = (line: PageLine): boolean => indentOf(line) > 0.7 && indentOf(line) < 5

function habitsOf(lines: readonly PageLine[]): Habits {
  const body = bodySizeOf(lines)
  const pairs = lines.slice(1).flatMap((after, index) => {
    const before = lines[index]
    const isBody = before?.column === after.column && Math.abs(after.size - body) < 0.6
    return before !== undefined && isBody && after.y > before.y ? [(after.y - before.y) / after.size] : []
  })
  // Where paragraphs are short, gaps between them are as common as gaps in them, and larger.
  const gaps = pairs.filter(gap => gap < 2.6).toSorted((a, b) => a - b)
  const leading = gaps[Math.floor(gaps.length * 0.3)] ?? 1.3
  const ofBody = lines.filter(line => Math.abs(line.size - body) < 0.6)
  const indented = ofBody.filter(isIndented).length
  return {
    body,
    leading,
    indents: indented >= 2 && indented > ofBody.length * 0.06 && indented < ofBody.length * 0.7,
    hyphenated: new Set(
      lines.flatMap(
        ({ text }) =>
          text
            .slice(0, -1)
            .toLowerCase()
            .match(/\p{L}+-\p{L}+/gu) ?? [],
      ),
    ),
  }
}

/** How wide the first word of a line is, by its share of the letters: of Chinese, one character with its mark. */
function firstWordWidth({ text, left, right }: PageLine): number {
  const word = startsWide(text.slice(0, 8)) ? text.slice(0, 2) : (/^\S+/u.exec(text)?.[0] ?? text)
  return ((right - left) * word.length) / Math.max(1, text.length)
}

/** Whether the first word of the next line would still have stood in this one: then its paragraph ended here. */
function endsEarly(line: PageLine, next: PageLine): boolean {
  const space = endsWide(line.text.slice(-8)) ? 0.6 : 0.4
  return line.right + space * line.size + firstWordWidth(next) < line.columnRight - line.size * 0.3
}

/** Whether a line goes on in the next, by gap, indent, size and the end of the line. */
function goesOn(before: PageLine, after: PageLine, habits: Habits): boolean {
  if (Math.abs(before.size - after.size) > Math.max(before.size, after.size) * 0.08) return false
  if (BULLET.test(after.text)) return false
  const sameColumn = before.column === after.column && after.y > before.y
  const isLarge = after.size > habits.body * 1.12
  if (sameColumn) {
    const gap = (after.y - before.y) / after.size
    if (isLarge) return gap < 1.75
    if (gap > Math.max(habits.leading * 1.25, habits.leading + 0.2)) return false
  }
  if (HYPHEN.test(before.text) && /^\p{Ll}/u.test(after.text)) return true
  if (habits.indents && isIndented(after) && !isIndented(before)) return false
  if (habits.indents && isIndented(after) && isIndented(before) && STOP.test(before.text)) return false
  if (endsEarly(before, after)) return false
  if (sameColumn || habits.indents) return true
  return !STOP.test(before.text)
}

/** Two lines as one: no space between Chinese, a hyphen at a line's end undone where it only parted a word. */
function joinLines(before: string, after: string, hyphenated: ReadonlySet<string>): string {
  if (HYPHEN.test(before) && /^\p{Script=Latin}/u.test(after)) {
    if (!/^\p{Ll}/u.test(after)) return before + after
    const head = /\p{L}+$/u.exec(before.slice(0, -1))?.[0] ?? ''
    const tail = /^\p{L}+/u.exec(after)?.[0] ?? ''
    const isCompound =
      !before.endsWith('\u00ad') &&
      (hyphenated.has(`${head}-${tail}`.toLowerCase()) || COMPOUND.test(head.toLowerCase()))
    return (isCompound ? before : before.slice(0, -1)) + after
  }
  const tight = endsWide(before.slice(-8)) || startsWide(after.slice(0, 8))
  return tight || /[/—-]$/u.test(before) ? before + after : `${before} ${after}`
}

const cleaned = (text: string): string => text.replace(/[ \t\u00a0]+/gu, ' ').trim()

/** The paragraphs of a document from its lines in reading order, across columns and pages. */
export function paragraphsOf(lines: readonly PageLine[]): PdfParagraph[] {
  const habits = habitsOf(lines)
  const paragraphs: { text: string; size: number; page: number }[] = []
  let last: PageLine | undefined
  for (const line of lines) {
    const text = cleaned(line.text)
    if (text === '') continue
    const current = paragraphs.at(-1)
    if (current !== undefined && last !== undefined && goesOn(last, line, habits))
      current.text = joinLines(current.text, text, habits.hyphenated)
    else paragraphs.push({ text, size: rounded(line.size), page: line.page })
    last = { ...line, text }
  }
  return paragraphs
}
