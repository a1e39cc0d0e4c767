import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom/worker'
import type { Page } from '../core/extract/html/page/page.ts'
import { readPage } from '../core/extract/html/page/read-page.ts'
import { type DomDocument, isReadable, linesOfWords, putPageInto } from './html-dom.ts'

/** Its extractors for single sites are not for us, and it does not take a page without an address. */
const NOWHERE = 'https://page.invalid/'
const EMPTY = '<!DOCTYPE html><html><head></head><body></body></html>'

/**
 * The lines that Defuddle takes for the article; undefined where it finds none or fails. It makes new markup, so its
 * words are looked up in the page. It is slow (a quarter of a second a page): for pages on which others disagree.
 */
export function defuddleLines(page: Page): ReadonlySet<number> | undefined {
  if (!isReadable(page)) return undefined
  try {
    const { document }: { document: DomDocument } = parseHTML(EMPTY)
    putPageInto(document, page)
    const { content } = new Defuddle(document, { url: NOWHERE, useAsync: false }).parse()
    const words = readPage(content)
      .lines.map(line => line.raw)
      .join('\n')
    return words === '' ? undefined : linesOfWords(words, page)
  } catch {
    return undefined
  }
}
