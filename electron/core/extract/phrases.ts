import { FURNITURE, MENU, SHARE_BAR } from './phrases/buttons.ts'
import { isCounters } from './phrases/counters.ts'
import { COMMENTS_HEADING, HOT_HEADING, RELATED_HEADING, TAGS_HEADING } from './phrases/list-headings.ts'
import { INLINE_RELATED, INSERT, NOTICE } from './phrases/requests.ts'

/**
 * What the furniture of news pages says, as patterns over a whole cleaned line. They name kinds of furniture,
 * never a page or a site.
 */

const bare = (text: string): string =>
  text.replace(/^[\s【[《「■●▶►◆※|#>»\-–—*•·]+|[\s】\]》」■●▶►◆|>»›:：\-–—*•·.…+]+$/gu, '')

/** A headline without the mark that a template of lists puts before it: `》标题`. */
export const withoutListMark = (text: string): string => text.replace(/^[》>›»■●▪◆]+\s*/u, '')

export type ListKind = 'related' | 'hot'

/** The kind of list that a line is the heading of; undefined for any other line. */
export function listHeadingKind(text: string): ListKind | undefined {
  if (text.length > 60) return undefined
  const words = bare(text)
  if (HOT_HEADING.test(words)) return 'hot'
  return RELATED_HEADING.test(words) ? 'related' : undefined
}

/** Headings of what is neither text nor a list of other articles: readers' comments, tags. */
export const isOtherHeading = (text: string): boolean =>
  text.length <= 100 && (COMMENTS_HEADING.test(bare(text)) || TAGS_HEADING.test(bare(text)))

/** Buttons, counters, share bars, page numbers: a whole line of nothing else. */
export const isFurniture = (text: string): boolean =>
  text.length <= 80 &&
  (text === '' || FURNITURE.test(text) || isCounters(text) || MENU.test(text) || SHARE_BAR.test(text))

/** A request or notice that is not part of the article, at most a short paragraph long. */
export const isInsert = (text: string): boolean =>
  text.length <= 400 && (INSERT.test(text) || NOTICE.test(text))

export function inlineRelated(text: string): { list: string; entry: string } | undefined {
  const { list, entry } = text.length > 240 ? {} : (INLINE_RELATED.exec(text)?.groups ?? {})
  return list === undefined || entry === undefined ? undefined : { list, entry }
}
