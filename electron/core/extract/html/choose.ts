import { isFurniture } from '../phrases.ts'
import type { Page, PageElement, PageLine } from './page/page.ts'
import { sharedTerms } from './terms.ts'
import type { LineSet } from './tools.ts'

export interface Candidates {
  readonly density: LineSet
  readonly readability: LineSet | undefined
  /** Lines that the page's own metadata gives as the article's text. */
  readonly stated: LineSet | undefined
  /** Slow, so asked only where the others disagree. */
  readonly defuddle: () => LineSet | undefined
  /** The page's title, as it states it. */
  readonly title: string
}

/** Reading units of a line that are running text; links count for little. */
const proseOf = (line: PageLine | undefined): number =>
  line?.measure.isProse === true ? line.measure.units * (1 - line.linked) : 0

/** Running text that a set of lines holds, in reading units. */
function proseUnits({ lines }: Page, set: LineSet): number {
  let sum = 0
  for (const index of set) sum += proseOf(lines[index])
  return sum
}

const both = (a: LineSet, b: LineSet): Set<number> => new Set([...a].filter(index => b.has(index)))
const either = (a: LineSet, b: LineSet): Set<number> => new Set([...a, ...b])

/** How far two candidates are the same article, 0 to 1: the share of their running text that both hold. */
const agreement = (page: Page, a: LineSet, b: LineSet): number =>
  proseUnits(page, both(a, b)) / Math.max(1, proseUnits(page, either(a, b)))

/** A page too short for any extractor: all that it shows but for links and buttons. */
function everything({ lines }: Page): LineSet {
  const shown = lines.filter(line => !line.isHidden)
  const words = shown.filter(line => line.linked < 0.5 && !isFurniture(line.text))
  return new Set((words.length > 0 ? words : shown).map(line => line.index))
}

/** Where the page's own statement and ours agree so far, no third opinion is needed. */
const SURE = 0.9

/** Whether the article is certain without asking a library. */
export const isCertain = (page: Page, density: LineSet, stated: LineSet | undefined): boolean =>
  stated !== undefined && agreement(page, density, stated) >= SURE

/** Candidates this far apart are different articles, and one of them is wrong. */
const SAME = 0.35
const SAMPLE = 6_000

/** How much a set of lines is the article of this title: running text, and words that the title has. */
function evidence(page: Page, set: LineSet, title: string): number {
  const text = [...set].map(index => page.lines[index]?.text ?? '').join('\n')
  return Math.log2(2 + proseUnits(page, set)) * (0.4 + sharedTerms(title, text.slice(0, SAMPLE)))
}

/** The lines that are the article beyond doubt. */
function core(
  page: Page,
  { density, readability = new Set(), stated, title, defuddle }: Candidates,
): LineSet {
  if (stated !== undefined && proseUnits(page, stated) > 0.4 * proseUnits(page, both(density, readability)))
    return stated
  if (readability.size === 0 || density.size === 0) return either(density, readability)
  if (agreement(page, density, readability) >= SAME) return both(density, readability)
  const third = defuddle()
  const score = (set: LineSet): number =>
    evidence(page, set, title) + (third === undefined ? 0 : 2 * agreement(page, set, third))
  return score(density) >= score(readability) ? density : readability
}

/** Letters and digits that systems append to class names, page by page. */
const SERIAL = /\d+/gu

/** What kind of block a line is, by its element and the one around it: paragraphs of one text are of one kind. */
function kindOf({ elements }: Page, line: PageLine): string {
  const own = elements[line.element]
  const parent = elements[own?.parent ?? -1]
  const name = (element: PageElement | undefined): string =>
    element === undefined
      ? ''
      : `${element.tag}.${(element.attributes.get('class') ?? '').slice(0, 60).replace(SERIAL, '')}`
  return `${name(parent)}>${own?.tag ?? ''}`
}

/** The kinds of blocks that hold the article's text, each with its share of it. */
function kindsOf(page: Page, set: LineSet): ReadonlyMap<string, number> {
  const units = new Map<string, number>()
  let total = 0
  for (const index of set) {
    const line = page.lines[index]
    if (line === undefined) continue
    const kind = kindOf(page, line)
    units.set(kind, (units.get(kind) ?? 0) + proseOf(line))
    total += proseOf(line)
  }
  return new Map([...units].map(([kind, own]) => [kind, own / Math.max(1, total)]))
}

/**
 * The article: what the candidates agree on, and beside it what one of them has, or neither, where it stands
 * among the agreed lines or with them in one element of the page.
 */
export function choose(page: Page, candidates: Candidates, aside: ReadonlySet<number>): LineSet {
  const { density, readability = new Set<number>() } = candidates
  const agreed = core(page, candidates)
  if (proseUnits(page, agreed) === 0) {
    const any = either(density, readability)
    return any.size > 0 ? any : everything(page)
  }
  const shares = kindsOf(page, agreed)
  const indexes = [...agreed].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)]
  const chosen = new Set<number>()
  for (const line of page.lines) {
    if (line.isHidden) continue
    if (agreed.has(line.index)) {
      chosen.add(line.index)
      continue
    }
    if (aside.has(line.element)) continue
    const share = shares.get(kindOf(page, line)) ?? 0
    const votes = Number(density.has(line.index)) + Number(readability.has(line.index))
    const isInside = line.index > first && line.index < last
    const isText = line.linked < 0.5 && !isFurniture(line.text)
    if (
      isInside ? votes > 0 || (share > 0.1 && isText) : isText && (votes === 2 || (share > 0.2 && votes > 0))
    )
      chosen.add(line.index)
  }
  return chosen
}
