import { useTranslation } from 'react-i18next'
import type { Language } from './language.ts'

/** The language that the interface speaks now. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'zh-Hans' ? 'zh-Hans' : 'en')
