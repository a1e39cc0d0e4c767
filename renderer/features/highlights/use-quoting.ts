import { useLanguage } from '../../i18n/use-language.ts'
import { showToast } from '../../ui/toasts.ts'
import { copyText } from '../reader/copy-text.ts'
import { type Quoted, quoteOf } from './quote.ts'

/** Copies a passage with where it is from, and says so. */
export function useQuoting(): (passage: string, from: Quoted) => void {
  const language = useLanguage()
  return (passage, from) => {
    const { text, html } = quoteOf(passage, from, language)
    if (copyText(text, html)) showToast({ tone: 'done', title: t => t('highlights.copied') })
    else
      showToast({
        tone: 'failure',
        title: t => t('highlights.copyFailed'),
        detail: t => t('highlights.copyFailedDetail'),
      })
  }
}
