import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import type { Language } from './language.ts'
import { pseudoLocale } from './pseudo-locale.ts'
import { zhHans } from './zh-hans/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zhHans }
    returnNull: false
  }
}

/**
 * Prepares both languages; they are in the bundle, so switching is immediate. `isPseudo` shows what is not translated or
 * has too little room: see {@link pseudoLocale}.
 */
export async function startI18n(language: Language, isPseudo: boolean): Promise<void> {
  if (isPseudo) i18next.use(pseudoLocale)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['zh-Hans', 'en'],
    resources: { 'zh-Hans': { translation: zhHans }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    ...(isPseudo ? { postProcess: pseudoLocale.name } : {}),
  })
  markDocument(language)
}

/** Switches the interface, live, and tells the document so that fonts, hyphenation and screen readers follow. */
export function speak(language: Language): void {
  if (i18next.language === language) return
  void i18next.changeLanguage(language)
  markDocument(language)
}

function markDocument(language: Language): void {
  document.documentElement.lang = language
  document.title = i18next.t('common.appName')
}
