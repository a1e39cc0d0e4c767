/** A page as it was saved, decoded. */
export interface HtmlSource {
  readonly html: string
  /** The address that a browser or extension noted when it saved the page, or the clipboard states. */
  readonly savedFrom?: string
  /** What its relative addresses are relative to, absolute; a page's `<base>` says nothing of where the page itself is. */
  readonly base?: string
  /** When it was saved, where that is noted; ISO 8601. Nothing on the page is later. */
  readonly savedAt?: string
  /** `article`: all that it shows is the article's, as of a document or a note. A `page`, unless it is said. */
  readonly extent?: 'page' | 'article'
}
