import { printQuery } from '../../../electron/core/search/print-query.ts'
import { allOf } from '../../../electron/core/search/query.ts'

/** The query for clippings whose title has every word of what was typed, the last of which may go on. Empty for none. */
export function titleQuery(typed: string): string {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  return printQuery(
    allOf(
      words.map((text, index) => ({
        kind: 'text',
        field: 'title',
        text,
        exact: false,
        prefix: index === words.length - 1,
      })),
    ),
  )
}
