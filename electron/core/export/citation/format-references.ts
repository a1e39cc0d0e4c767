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

/** Called all the while that something takes; it may throw to end it. */
export type OnWork = (done: number, total: number) => void

/** Every item is read, put in its place, and set. */
const STEPS = 3
/** So many entries are set at once. */
const PART = 50

/** One entry of a list of references. */
export interface Reference {
  readonly id: string
  readonly words: readonly Inline[]
}

/**
 * References in a style, each set in the language of its clipping: `et al.` and `and` in English, 等 and 、 in Chinese. A
 * style that orders its list orders those of one language among themselves, those of `first` before the others, because no
 * order has both alphabets; otherwise they stand as their items do. Ids are to be distinct. Thousands take many seconds:
 * `onWork` is called all the while with how far it is, and may throw to end it.
 */
export function formatReferences(
  items: readonly CslItem[],
  style: ReferenceStyle,
  first: 'en' | 'zh-Hans',
  onWork: OnWork = () => undefined,
): Reference[] {
  let before = 0
  const order = first === 'en' ? REFERENCE_LOCALES : [...REFERENCE_LOCALES.slice(1), 'en-US' as const]
  const formatted = order.flatMap(locale => {
    const own = items.filter(item => localeOf(item) === locale)
    const references = formatIn(locale, own, style, done => onWork(before + done, STEPS * items.length))
    before += STEPS * own.length
    return references
  })
  if (isSorted(style.style)) return formatted
  const byId = new Map(formatted.map(reference => [reference.id, reference]))
  return items.flatMap(({ id }) => byId.get(id) ?? [])
}

function formatIn(
  locale: ReferenceLocale,
  items: readonly CslItem[],
  style: ReferenceStyle,
  onWork: (done: number) => void,
): Reference[] {
  if (items.length === 0) return []
  let furthest = 0
  const step = (done: number) => {
    furthest = Math.max(furthest, done)
    onWork(furthest)
  }
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
  watched(engine, items.length, step)
  engine.updateItems([...marked.keys()])
  const isChinese = locale !== 'en-US' && !style.hasOwnSigns
  const references: Reference[] = []
  for (let from: true | string = true; ; ) {
    const part = engine.makeBibliography({ page_start: from, page_length: PART })
    if (part === false) return references
    const [{ entry_ids: ids, done = true }, entries] = part
    for (const [index, html] of entries.entries()) {
      const entry = html.replace(/^\s*<div[^>]*>|<\/div>\s*$/gu, '')
      const words = referenceTree(isChinese ? withChineseSigns(entry) : entry)
      references.push({ id: ids[index]?.[0] ?? '', words })
    }
    step(2 * items.length + references.length)
    const last = references.at(-1)?.id
    if (done || entries.length === 0 || last === undefined) return references
    from = last
  }
}

/**
 * The engine reads all items, tells those apart that look alike and orders them in one go, without a word: `step` is called
 * where it asks for an item, and for each author whose works it tells apart.
 */
function watched(engine: InstanceType<typeof CSL.Engine>, items: number, step: (done: number) => void): void {
  const [read, placed] = [new Set<string>(), new Set<string>()]
  const retrieve = engine.retrieveItem.bind(engine)
  engine.retrieveItem = id => {
    if (read.size < items) read.add(id)
    else placed.add(id)
    step(read.size + placed.size)
    return retrieve(id)
  }
  const tellApart = engine.disambiguate.run.bind(engine.disambiguate)
  engine.disambiguate.run = (...of) => {
    step(read.size + placed.size)
    return tellApart(...of)
  }
}
