import { Readability } from '@mozilla/readability'
import type { Page } from '../core/extract/html/page/page.ts'
import { isReadable, linesOfWords, putPageInto, squeezed } from './html-dom.ts'
import { ReaderDocument, type ReaderElement } from './reader-dom.ts'

/** The lines that Mozilla's Readability takes for the article; undefined where it finds none or fails. */
export function readabilityLines(page: Page): ReadonlySet<number> | undefined {
  if (!isReadable(page)) return undefined
  const document = new ReaderDocument()
  putPageInto(document, page)
  try {
    const article = new Readability<ReaderElement>(document, {
      serializer: node => node,
      disableJSONLD: true,
    }).parse()
    return article?.content == null ? undefined : linesIn(article.content, page)
  } catch {
    return undefined
  }
}

/**
 * Which lines of the page a result holds. Nodes that were moved tell exactly; where new ones were made, the result's words
 * are looked up in order.
 */
function linesIn(result: ReaderElement, page: Page): Set<number> {
  const lines = new Set<number>()
  let known = 0
  let unknown = 0
  for (const { textContent, line } of result.textNodes()) {
    const size = squeezed(textContent).length
    if (size === 0) continue
    if (line === undefined) unknown += size
    else {
      known += size
      lines.add(line)
    }
  }
  return unknown > known * 0.1 ? linesOfWords(result.textContent, page) : lines
}
