import { Readability } from '@mozilla/readability'
import type { Page } from '../core/extract/html/page/page.ts'
import { domOf, isReadable, linesIn } from './html-dom.ts'

/** The lines that Mozilla's Readability takes for the article; undefined where it finds none or fails. */
export function readabilityLines(page: Page): ReadonlySet<number> | undefined {
  if (!isReadable(page)) return undefined
  const dom = domOf(page)
  try {
    const article = new Readability(dom.document, { serializer: node => node, disableJSONLD: true }).parse()
    if (article?.content == null) return undefined
    return linesIn(article.content, dom, page)
  } catch {
    return undefined
  }
}
