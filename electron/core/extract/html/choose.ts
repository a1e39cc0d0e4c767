import { isFurniture } from '../phrases.ts'
import type { Page } from './page/page.ts'
import type { LineSet } from './tools.ts'

/** Reading units of running text that a set of lines holds; links count for little. */
export function proseUnits({ lines }: Page, set: LineSet): number {
  let sum = 0
  for (const index of set) {
    const line = lines[index]
    if (line?.measure.isProse === true) sum += line.measure.units * (1 - line.linked)
  }
  return sum
}

export interface Candidates {
  readonly density: LineSet
  readonly readability: LineSet | undefined
  /** Lines that the page's own metadata gives as the article's text. */
  readonly stated: LineSet | undefined
}

/** A page too short for any extractor: all that it shows but for links and buttons. */
function everything({ lines }: Page): LineSet {
  const shown = lines.filter(line => !line.isHidden)
  const words = shown.filter(line => line.linked < 0.5 && !isFurniture(line.text))
  return new Set((words.length > 0 ? words : shown).map(line => line.index))
}

export function choose(page: Page, { density, readability, stated }: Candidates): LineSet {
  if (stated !== undefined) return stated
  if (density.size > 0) return density
  return readability !== undefined && readability.size > 0 ? readability : everything(page)
}
