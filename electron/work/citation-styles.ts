import type { ReferenceStyle } from '../core/export/citation/reference-style.ts'
import type { CitationStyle } from '../core/model/citation-style.ts'

/** Each style is a file of its own, loaded when somebody cites in it. */
const STYLES: Readonly<Record<CitationStyle, () => Promise<{ default: string }>>> = {
  'gb-t-7714': () =>
    import('../../resources/citation-styles/china-national-standard-gb-t-7714-2015-numeric.csl?raw'),
  apa: () => import('../../resources/citation-styles/apa.csl?raw'),
  chicago: () => import('../../resources/citation-styles/chicago-note-bibliography.csl?raw'),
  mla: () => import('../../resources/citation-styles/modern-language-association.csl?raw'),
}

/** A style of those that come with the app, with the locales. */
export async function referenceStyle(style: CitationStyle): Promise<ReferenceStyle> {
  const [{ default: xml }, en, zh, tw] = await Promise.all([
    STYLES[style](),
    import('../../resources/citation-styles/locales-en-US.xml?raw'),
    import('../../resources/citation-styles/locales-zh-CN.xml?raw'),
    import('../../resources/citation-styles/locales-zh-TW.xml?raw'),
  ])
  return {
    style: xml,
    locales: { 'en-US': en.default, 'zh-CN': zh.default, 'zh-TW': tw.default },
    hasOwnSigns: style === 'gb-t-7714',
  }
}
