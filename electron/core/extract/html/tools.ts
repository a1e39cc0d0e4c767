import type { Page } from './page/page.ts'

/** Indexes of `Page.lines` that an extractor takes for the article. */
export type LineSet = ReadonlySet<number>

/** What reading a page needs from outside core. */
export interface HtmlTools {
  /** Extractors of libraries, by lines of the page: undefined where one finds no article, or fails on the page. */
  readonly readability: (page: Page) => LineSet | undefined
  readonly defuddle: (page: Page) => LineSet | undefined
  /** An absolute http(s) address, resolved as a browser does; undefined for any other. */
  readonly resolveUrl: (address: string, base: string | undefined) => string | undefined
}
