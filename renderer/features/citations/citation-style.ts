import { type CitationStyle, citationStyleSchema } from '../../../electron/core/model/citation-style.ts'
import type { Language } from '../../i18n/language.ts'
import { followOtherWindows } from '../../state/other-windows.ts'
import { createStore, useStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.citation-style'

/** What most editors of a language ask for, until another style is chosen. */
const USUAL: Readonly<Record<Language, CitationStyle>> = { 'zh-Hans': 'gb-t-7714', en: 'apa' }

const remembered = (): CitationStyle | undefined =>
  citationStyleSchema.safeParse(globalThis.localStorage?.getItem(REMEMBERED)).data

const chosen = createStore<CitationStyle | undefined>(remembered())
followOtherWindows(REMEMBERED, () => chosen.set(remembered()))

/** The style that was chosen last on this machine, for what is copied and what is exported. */
export const useCitationStyle = (language: Language): CitationStyle => useStore(chosen) ?? USUAL[language]

export function chooseCitationStyle(style: CitationStyle): void {
  chosen.set(style)
  globalThis.localStorage?.setItem(REMEMBERED, style)
}
