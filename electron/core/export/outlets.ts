import type { Clipping } from '../model/clipping.ts'
import type { ExportLanguage } from './words.ts'

/**
 * Each outlet that an article names as where it appeared or where it took from, with the places of these articles in the
 * list, in the order of its name: Han by its sound in both languages, and beside the other scripts.
 */
export function outletsOf(
  clippings: readonly Clipping[],
  language: ExportLanguage,
): { readonly name: string; readonly indices: readonly number[] }[] {
  const found = new Map<string, number[]>()
  for (const [index, { source, sources }] of clippings.entries()) {
    const names = new Set([...(source === undefined ? [] : [source]), ...sources].map(({ name }) => name))
    for (const name of names) {
      const indices = found.get(name)
      if (indices === undefined) found.set(name, [index])
      else indices.push(index)
    }
  }
  const { compare } = new Intl.Collator(language === 'en' ? 'en-u-co-pinyin' : 'zh-Hans-u-co-pinyin', {
    numeric: true,
  })
  return [...found].map(([name, indices]) => ({ name, indices })).sort((a, b) => compare(a.name, b.name))
}
