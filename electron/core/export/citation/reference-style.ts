/** A style and the locales that it is set in, as XML of the Citation Style Language. */
export interface ReferenceStyle {
  readonly style: string
  /** By the name of the locale: en-US, zh-CN and zh-TW. */
  readonly locales: Readonly<Record<ReferenceLocale, string>>
  /** True for a style whose signs are the same in every language, as a standard lays them down. */
  readonly hasOwnSigns: boolean
}

export const REFERENCE_LOCALES = ['en-US', 'zh-CN', 'zh-TW'] as const
export type ReferenceLocale = (typeof REFERENCE_LOCALES)[number]

/** Words that the Chinese locales have for machines rather than for readers, as Chinese editors set them. */
const CHINESE_TERMS: Readonly<Record<'zh-CN' | 'zh-TW', Readonly<Record<string, string>>>> = {
  'zh-CN': { retrieved: '检索于', from: '取自', accessed: '访问于', 'no date': '日期不详' },
  'zh-TW': { retrieved: '檢索於', from: '取自', accessed: '存取於', 'no date': '日期不詳' },
}

/**
 * A locale as references are set in it: in Chinese a month is 7月, never 七月, and the words are those above. The file
 * itself stays as its authors published it.
 */
export function localeXml({ locales }: ReferenceStyle, name: ReferenceLocale): string {
  const xml = locales[name]
  if (name === 'en-US') return xml
  const months = xml.replace(
    /(<term name="month-(\d\d)"[^>]*>)[^<]*(<\/term>)/gu,
    (_all, open: string, month: string, close: string) => `${open}${Number(month)}月${close}`,
  )
  // MLA would call authors authors, which only its roles other than that are named for.
  const unlabelled = months.replace(/<term name="author">[\s\S]*?<\/term>/gu, '')
  return Object.entries(CHINESE_TERMS[name]).reduce(
    (text, [term, words]) =>
      text.replace(new RegExp(`(<term name="${term}"[^>]*>)[^<]*(</term>)`, 'gu'), `$1${words}$2`),
    unlabelled,
  )
}

/**
 * The style without the numbers before its entries: whoever shows a list counts it, and a single reference has no number.
 */
export const withoutNumbers = (style: string): string =>
  style
    .replace(/ second-field-align="[^"]*"/u, '')
    .replace(/(<bibliography\b[\s\S]*)<text variable="citation-number"[^>]*\/>/u, '$1')

/** Whether the style orders its list itself; otherwise it stands in the order of its clippings. */
export const isSorted = (style: string): boolean => /<bibliography\b[\s\S]*<sort>/u.test(style)
