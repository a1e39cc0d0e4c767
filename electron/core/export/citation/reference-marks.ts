import { dateInWords } from '../stated-date.ts'
import { wordsOf } from '../words.ts'
import type { CslDate } from './csl-date.ts'
import type { CslItem } from './csl-item.ts'
import { nameInFull } from './csl-name.ts'

/**
 * Signs of the private use area that say which words of a reference are the clipping's own: the style's signs between
 * them can then be told from the same signs in a title.
 */
export const NAME = { start: '\ue000', end: '\ue001' } as const
export const FIELD = { start: '\ue002', end: '\ue003' } as const

/** Signs of a title that citeproc takes for its own, `<i>` for italics and `$&` for what it replaces, stand as these meanwhile. */
const STAND_INS: readonly (readonly [string, string])[] = [
  ['<', '\ue004'],
  ['>', '\ue005'],
  ['$', '\ue006'],
]
const OWN = /[\ue000-\ue006]/gu

const plain = (words: string): string =>
  STAND_INS.reduce((text, [sign, meanwhile]) => text.replaceAll(sign, meanwhile), words.replace(OWN, ''))

const field = (words: string): string => `${FIELD.start}${plain(words)}${FIELD.end}`

/** What date parts cannot say, in the words of exports. */
const inWords = (date: CslDate, language: 'en' | 'zh-Hans'): CslDate =>
  date.literal === undefined
    ? date
    : { literal: field(dateInWords(date.literal.replace('..', ''), language)) }

const isChinese = ({ language = '', title = '' }: CslItem): boolean =>
  language === '' ? /\p{Script=Han}/u.test(title) : language.startsWith('zh')

/** In which language a reference is set: that of its clipping, or where that is unknown that of its title's script. */
export function localeOf(item: CslItem): 'en-US' | 'zh-CN' | 'zh-TW' {
  if (!isChinese(item)) return 'en-US'
  return item.language === 'zh-TW' ? 'zh-TW' : 'zh-CN'
}

/**
 * The item with nothing in it that citeproc reads as markup. In a Chinese one all of its own words are marked, and names
 * stay whole, because Chinese puts no comma into them.
 */
export function markedItem({ note: _note, keyword: _keyword, ...item }: CslItem): CslItem {
  const { title, author, issued } = item
  const outlet = item['container-title']
  const chinese = isChinese(item)
  const words = (value: string) => (chinese ? field(value) : plain(value))
  // What has no title is named so in brackets, as styles have it, because a reference to nothing cannot be found.
  const heading = title ?? `[${wordsOf(chinese ? 'zh-Hans' : 'en').untitled}]`
  return {
    ...item,
    title: words(heading),
    ...(outlet === undefined ? {} : { 'container-title': words(outlet) }),
    ...(issued === undefined ? {} : { issued: inWords(issued, chinese ? 'zh-Hans' : 'en') }),
    ...(author === undefined
      ? {}
      : {
          author: author.map(name => {
            if (chinese) return { literal: `${NAME.start}${plain(nameInFull(name))}${NAME.end}` }
            return 'literal' in name
              ? { literal: plain(name.literal) }
              : { ...name, given: plain(name.given), family: plain(name.family) }
          }),
        }),
  }
}

/** The words without the marks, every sign as it was. */
export const withoutMarks = (words: string): string =>
  STAND_INS.reduce(
    (text, [sign, meanwhile]) => text.replaceAll(meanwhile, () => sign),
    words.replace(/[\ue000-\ue003]/gu, ''),
  )
