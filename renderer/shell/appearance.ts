import type { Output } from '../../electron/ipc/contract.ts'
import type { Language } from '../i18n/language.ts'
import { pickLanguage } from '../i18n/language.ts'

type Start = Output<'app:start'>

/** The language to speak: the one that was chosen, or the system's. */
export const languageOf = ({ settings, systemLanguages }: Start): Language =>
  settings.language === 'system' ? pickLanguage(systemLanguages) : settings.language

/** Fixes the theme on the document, or leaves it to the system. */
export function applyTheme({ settings }: Start): void {
  const root = document.documentElement
  if (settings.theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', settings.theme)
}
