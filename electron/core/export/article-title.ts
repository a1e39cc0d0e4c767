import type { Clipping } from '../model/clipping.ts'
import { runsOf, textOfRuns } from './inline-runs.ts'
import { type ExportLanguage, wordsOf } from './words.ts'

/** The name of an article in links, page rules and the outline. */
export const articleName = (index: number): string => `article-${index + 1}`

/** The language of an article's words; empty where the text does not tell, which HTML reads as unknown. */
export const languageOf = ({ language }: Pick<Clipping, 'language'>): string =>
  language === 'und' ? '' : language

/** An article's title on one line, with its language; the export's own word where it has none. */
export function titleOf(
  clipping: Pick<Clipping, 'title' | 'language'>,
  language: ExportLanguage,
): { readonly text: string; readonly lang: string } {
  const text = textOfRuns(runsOf([{ type: 'text', value: clipping.title }]))
  return text === ''
    ? { text: wordsOf(language).untitled, lang: language }
    : { text, lang: languageOf(clipping) }
}
