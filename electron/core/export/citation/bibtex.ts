import type { Clipping } from '../../model/clipping.ts'
import type { CslDate } from './csl-date.ts'
import { type CslItem, cslItemOf } from './csl-item.ts'
import type { CslName } from './csl-name.ts'
import type { CslType } from './csl-type.ts'

/** biblatex's types and the nearest of BibTeX; an outlet that is no journal says so by biblatex's `entrysubtype`. */
const TYPES: Readonly<Record<CslType, string>> = {
  'article-newspaper': 'article',
  'article-magazine': 'article',
  webpage: 'online',
  report: 'report',
  document: 'misc',
}
const SUBTYPES: Partial<Readonly<Record<CslType, string>>> = {
  'article-newspaper': 'newspaper',
  'article-magazine': 'magazine',
}
const LANGUAGES: Readonly<Record<string, string>> = { en: 'english', zh: 'chinese' }

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`{\textbackslash}`,
  '{': String.raw`{\textbraceleft}`,
  '}': String.raw`{\textbraceright}`,
  '~': String.raw`{\textasciitilde}`,
  '^': String.raw`{\textasciicircum}`,
}

/** Words as TeX prints them: every character that means something to it stands for itself. */
const tex = (words: string): string =>
  words.replace(/[\\{}~^]/gu, sign => ESCAPES[sign] ?? '').replace(/[$&#%_]/gu, String.raw`\$&`)

/** An address is taken as it is, but for what would end its field. */
const address = (url: string): string =>
  url.replace(
    /[{}\\\s]/gu,
    sign => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  )

/** Braces around a name that is not to be taken apart. */
function person(name: CslName): string {
  if ('literal' in name) return `{${tex(name.literal)}}`
  const family = [name['non-dropping-particle'], name.family].filter(part => part !== undefined).join(' ')
  return [family, name.suffix, name.given]
    .filter(part => part !== undefined)
    .map(tex)
    .join(', ')
}

const digits = (part: number, index: number): string =>
  index === 0
    ? `${part < 0 ? '-' : ''}${String(Math.abs(part)).padStart(4, '0')}`
    : String(part).padStart(2, '0')

/** ISO 8601-2, which biblatex reads, an interval with `/`. */
const isoDate = (date: CslDate): string | undefined =>
  date['date-parts']?.map(parts => parts.map(digits).join('-')).join('/') ?? date.literal?.replace('..', '')

function entry(item: CslItem): string {
  const { type, title, author, issued, accessed, URL: url, language, keyword, note } = item
  const [[year, month] = [], end] = issued?.['date-parts'] ?? []
  const outlet = item['container-title']
  const isArticle = TYPES[type] === 'article'
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['entrysubtype', SUBTYPES[type]],
    ['author', author?.map(person).join(' and ')],
    // A second pair of braces keeps the letters' case.
    ['title', title === undefined ? undefined : `{${tex(title)}}`],
    [isArticle ? 'journal' : 'organization', outlet === undefined ? undefined : tex(outlet)],
    ['date', issued === undefined ? undefined : isoDate(issued)],
    // BibTeX itself knows no `date`.
    ['year', year === undefined || (end !== undefined && end[0] !== year) ? undefined : digits(year, 0)],
    ['month', month === undefined || end !== undefined ? undefined : String(month)],
    ['url', url === undefined ? undefined : address(url)],
    ['urldate', isoDate(accessed)],
    ['langid', LANGUAGES[language?.split('-')[0] ?? '']],
    ['keywords', keyword === undefined ? undefined : tex(keyword)],
    ['note', note === undefined ? undefined : tex(note.replaceAll('\n', '; '))],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  return `@${TYPES[type]}{${item.id},\n${lines.join(',\n')}\n}\n`
}

/** Clippings as BibTeX, for biblatex and for BibTeX, in their order. */
export const bibtex = (clippings: readonly Clipping[]): string =>
  clippings.map(clipping => entry(cslItemOf(clipping))).join('\n')
