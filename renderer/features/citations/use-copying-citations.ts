import { type CitationStyle, MOST_CITED } from '../../../electron/core/model/citation-style.ts'
import { RequestFailed, send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { useCommand } from '../../commands/registry.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { targets } from '../../state/targets.ts'
import { showToast } from '../../ui/toasts.ts'
import { copyText } from '../reader/copy-text.ts'
import { chooseCitationStyle, useCitationStyle } from './citation-style.ts'

/**
 * The commands that copy references of the selected clippings, or of the open one: in the style that was chosen last, and
 * one for each style, which is chosen thereby. `isPossible` says whether there is such a clipping on show.
 */
export function useCopyingCitations(isPossible: boolean): void {
  const language = useLanguage()
  const style = useCitationStyle(language)

  async function copy(style: CitationStyle): Promise<void> {
    const ids = [...targets()]
    if (ids.length === 0) return
    if (ids.length > MOST_CITED) {
      showToast({
        tone: 'failure',
        isPassing: true,
        title: t => t('citations.tooMany', { count: MOST_CITED }),
        detail: t => t('citations.tooManyDetail'),
      })
      return
    }
    try {
      const { text, html, count } = await send('citation:format', { ids, style, language })
      if (copyText(text, html))
        showToast({
          tone: 'done',
          title: t => t('citations.copied', { count, style: t(`citations.styles.${style}`) }),
        })
      else
        showToast({
          tone: 'failure',
          title: t => t('citations.copyFailed'),
          detail: t => t('citations.copyFailedDetail'),
        })
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      showFailure(error)
    }
  }

  const inStyle = (style: CitationStyle) => () => {
    chooseCitationStyle(style)
    void copy(style)
  }
  const on = (handler: () => void) => (isPossible ? handler : undefined)
  useCommand(
    'copy-citation',
    on(() => void copy(style)),
  )
  useCommand('cite-gb-t-7714', on(inStyle('gb-t-7714')))
  useCommand('cite-apa', on(inStyle('apa')))
  useCommand('cite-chicago', on(inStyle('chicago')))
  useCommand('cite-mla', on(inStyle('mla')))
}
