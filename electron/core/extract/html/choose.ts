import { isFurniture } from '../phrases.ts'
import type { Page, PageLine } from './page/page.ts'
import type { LineSet } from './tools.ts'

export interface Candidates {
  readonly density: LineSet
  readonly readability: LineSet | undefined
  /** Lines that the page's own metadata gives as the article's text. */
  readonly stated: LineSet | undefined
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

/** Candidates this far apart are different articles, and one of them is wrong. */
const SAME = 0.35

/** The lines that are the article beyond doubt. */
function core(page: Page, { density, readability = new Set(), stated }: Candidates): LineSet {
  const union = either(density, readability)
  if (stated !== undefined && proseUnits(page, stated) > 0.4 * proseUnits(page, both(density, readability)))
    return stated
  if (readability.size === 0) return density
  if (density.size === 0) return readability
  if (agreement(page, density, readability) >= SAME) return both(density, readability)
  return proseUnits(page, density) * 1.5 >= proseUnits(page, readability) ? density : union
}

/** The elements whose direct blocks hold the article's text, each with its share of it. */
function containersOf({ elements, lines }: Page, set: LineSet): ReadonlyMap<number, number> {
  const units = new Map<number, number>()
  let total = 0
  for (const index of set) {
    const line = lines[index]
    const own = proseOf(line)
    const parent = elements[line?.element ?? -1]?.parent ?? -1
    units.set(parent, (units.get(parent) ?? 0) + own)
    total += own
  }
  return new Map([...units].map(([parent, own]) => [parent, own / Math.max(1, total)]))
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
  const shares = containersOf(page, agreed)
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
    const share = shares.get(page.elements[line.element]?.parent ?? -1) ?? 0
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
