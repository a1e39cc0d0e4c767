import { execFileSync } from 'node:child_process'

/** The output of a program that the tests need; a missing one is an error that says what to install. */
function outputOf(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${program} is not installed: the PDF tests need qpdf and poppler-utils`)
    }
    throw error
  }
}

/** Its objects as JSON, the packed ones too, and without what is in their streams; names begin with a slash. */
export const objectsOf = (pdf: string): string =>
  outputOf('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', pdf])

/** Throws with qpdf's words where the file is not sound. */
export const check = (pdf: string): string => outputOf('qpdf', ['--check', pdf])

export const infoOf = (pdf: string): Record<string, string> =>
  Object.fromEntries(
    outputOf('pdfinfo', [pdf])
      .split('\n')
      .map(line => /^([^:]+):\s*(.*)$/.exec(line)?.slice(1) ?? ['', '']),
  )

const PDFTOTEXT = { reading: [], layout: ['-layout'], written: ['-raw'] }

/**
 * The text of each page: in `layout` lines stand as they do on the page, in `reading` as pdftotext takes them to be read,
 * which mixes columns whose lines are level, and in `written` in the order of the file.
 */
export const pagesOf = (pdf: string, how: 'reading' | 'layout' | 'written' = 'reading'): string[] =>
  outputOf('pdftotext', ['-enc', 'UTF-8', ...PDFTOTEXT[how], pdf, '-'])
    .split('\f')
    .slice(0, -1)

/** How far to the right the words of a PDF reach at most, in points. */
export const rightmost = (pdf: string): number =>
  [...outputOf('pdftotext', ['-bbox', pdf, '-']).matchAll(/xMax="([\d.]+)"/gu)].reduce(
    (most, [, right]) => Math.max(most, Number(right)),
    0,
  )

export interface EmbeddedFont {
  readonly name: string
  readonly type: string
  readonly embedded: boolean
}

export const fontsOf = (pdf: string): EmbeddedFont[] =>
  outputOf('pdffonts', [pdf])
    .split('\n')
    .slice(2)
    .flatMap(line => {
      const match = /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)\s/.exec(line)
      return match === null
        ? []
        : [{ name: match[1] ?? '', type: match[2] ?? '', embedded: match[3] === 'yes' }]
    })

interface PdfObject {
  readonly value?: Record<string, unknown>
}

/** The document catalog, by qpdf. */
export function catalogOf(pdf: string): Record<string, unknown> {
  const { qpdf } = JSON.parse(outputOf('qpdf', ['--json', '--json-key=qpdf', pdf])) as {
    qpdf: [unknown, Record<string, PdfObject>]
  }
  const objects = Object.values(qpdf[1])
  return objects.find(object => object.value?.['/Type'] === '/Catalog')?.value ?? {}
}

/** The outline as qpdf reads it: titles and pages (counted from 1), with the entries below. */
export interface OutlineEntry {
  readonly title: string
  readonly destpageposfrom1: number
  readonly kids: readonly OutlineEntry[]
}

export const outlineOf = (pdf: string): OutlineEntry[] =>
  (JSON.parse(outputOf('qpdf', ['--json', '--json-key=outlines', pdf])) as { outlines: OutlineEntry[] })
    .outlines

/** A word where it stands: in points, from the left and the top of its page, which is counted from 1. */
export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The words of a PDF with their boxes, in the order of the file. */
export const wordsOf = (pdf: string): PlacedWord[] =>
  outputOf('pdftotext', ['-enc', 'UTF-8', '-bbox', pdf, '-'])
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        page: index + 1,
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      })),
    )

/** Where each name of a PDF leads: the page, counted from 1, and points from the left and from the foot of it. */
export const placesOf = (
  pdf: string,
): ReadonlyMap<string, { readonly page: number; readonly left: number; readonly top: number }> =>
  new Map(
    [...outputOf('pdfinfo', ['-dests', pdf]).matchAll(/^ *(\d+) \[ XYZ +(\d+) +(\d+) .*\] "(.*)"$/gmu)].map(
      ([, page, left, top, name = '']) => [
        name,
        { page: Number(page), left: Number(left), top: Number(top) },
      ],
    ),
  )

/** The types of the elements of a PDF's structure, as they stand in the file. */
export function structureOf(pdf: string): unknown[] {
  const { qpdf } = JSON.parse(outputOf('qpdf', ['--json', '--json-key=qpdf', pdf])) as {
    qpdf: [unknown, Record<string, PdfObject>]
  }
  return Object.values(qpdf[1]).flatMap(({ value }) => (value?.['/S'] === undefined ? [] : [value['/S']]))
}

/**
 * Whether a line stands in the text of pages. A page break within its paragraph puts running heads between its halves, and in
 * some books what stands after an article: `apart` is how many characters that may be.
 */
export function isOnPages(text: string, line: string, apart: number): boolean {
  if (text.includes(line)) return true
  for (let cut = 1; cut < line.length; cut += 1) {
    const at = text.indexOf(line.slice(0, cut))
    if (at === -1) return false
    const rest = text.indexOf(line.slice(cut), at + cut)
    if (rest !== -1 && rest - at - cut < apart) return true
  }
  return false
}
