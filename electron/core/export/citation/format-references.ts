import CSL from 'citeproc'
import type { Inline } from '../../model/body.ts'
import { withChineseSigns } from './chinese-signs.ts'
import type { CslItem } from './csl-item.ts'
import { localeOf, markedItem } from './reference-marks.ts'
import {
  isSorted,
  localeXml,
  REFERENCE_LOCALES,
  type ReferenceLocale,
  type ReferenceStyle,
  withoutNumbers,
} from './reference-style.ts'
import { referenceTree } from './reference-tree.ts'

/** One entry of a list of references. */
export interface Reference {
  readonly id: string
  readonly words: readonly Inline[]
}

/**
 * References in a style, each set in the language of its clipping: `et al.` and `and` in English, 等 and 、 in Chinese. A
 * style that orders its list orders those of one language among themselves, those of `first` before the others, because no
 * order has both alphabets; otherwise they stand as their items do. Ids are to be distinct.
 */
export function formatReferences(
  items: readonly CslItem[],
  style: ReferenceStyle,
  first: 'en' | 'zh-Hans',
): Reference[] {
  const order = first === 'en' ? REFERENCE_LOCALES : [...REFERENCE_LOCALES.slice(1), 'en-US' as const]
  const formatted = order.flatMap(locale =>
    formatIn(
      locale,
      items.filter(item => localeOf(item) === locale),
      style,
    ),
  )
  if (isSorted(style.style)) return formatted
  const byId = new Map(formatted.map(reference => [reference.id, reference]))
  return items.flatMap(({ id }) => byId.get(id) ?? [])
}

function formatIn(locale: ReferenceLocale, items: readonly CslItem[], style: ReferenceStyle): Reference[] {
  if (items.length === 0) return []
  const marked = new Map(items.map(item => [item.id, markedItem(item)]))
  const engine = new CSL.Engine(
    {
      retrieveLocale: name => localeXml(style, REFERENCE_LOCALES.find(each => each === name) ?? 'en-US'),
      retrieveItem: id => marked.get(id) ?? {},
    },
    withoutNumbers(style.style),
    locale,
    true,
  )
  engine.opt.development_extensions.wrap_url_and_doi = true
  engine.updateItems([...marked.keys()])
  const list = engine.makeBibliography()
  if (list === false) return []
  const [{ entry_ids: ids }, entries] = list
  const isChinese = locale !== 'en-US' && !style.hasOwnSigns
  return entries.map((html, index) => {
    const entry = html.replace(/^\s*<div[^>]*>|<\/div>\s*$/gu, '')
    return { id: ids[index]?.[0] ?? '', words: referenceTree(isChinese ? withChineseSigns(entry) : entry) }
  })
}
