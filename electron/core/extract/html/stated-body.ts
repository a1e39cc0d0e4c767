import type { StatedArticle } from '../metadata/json-ld.ts'
import type { Page } from './page/page.ts'
import type { LineSet } from './tools.ts'

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, '')

/** A shorter body is a summary. */
const ENOUGH = 200

/** The lines that the page's own metadata gives as the article's text (`articleBody`), where it gives nearly all. */
export function statedLines(page: Page, articles: readonly StatedArticle[]): LineSet | undefined {
  const bodies = articles.map(({ body }) => squeezed(body ?? '')).filter(body => body.length >= ENOUGH)
  const longest = bodies.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined) return undefined
  const lines = new Set<number>()
  let found = 0
  let at = 0
  for (const line of page.lines) {
    if (line.isHidden) continue
    const own = squeezed(line.text)
    const where = own.length < 16 ? (longest.startsWith(own, at) ? at : -1) : longest.indexOf(own, at)
    if (where === -1) continue
    lines.add(line.index)
    found += own.length
    at = where + own.length
  }
  return found >= longest.length * 0.7 ? lines : undefined
}
