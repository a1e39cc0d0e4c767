import { cslItemOf } from '../core/export/citation/csl-item.ts'
import { formatReferences } from '../core/export/citation/format-references.ts'
import { referencesToCopy } from '../core/export/citation/reference-list.ts'
import { referenceStyle } from './citation-styles.ts'
import type { Tasks } from './tasks.ts'

/** References of clippings, for the clipboard; a style of numbers counts them where there are several. */
export async function citeClippings({
  clippings,
  style,
  language,
}: Tasks['format-references']['input']): Promise<Tasks['format-references']['output']> {
  const references = formatReferences(clippings.map(cslItemOf), await referenceStyle(style), language)
  return referencesToCopy({ references, isNumbered: style === 'gb-t-7714' })
}
