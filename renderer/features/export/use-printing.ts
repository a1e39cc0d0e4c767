import { useTranslation } from 'react-i18next'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { send } from '../../api/bridge.ts'
import { createJobRunner } from '../../api/job-runner.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useStore } from '../../state/store.ts'
import { useCitationStyle } from '../citations/citation-style.ts'
import { exportChoices } from './export-choices.ts'

/** What is printed now; it is about nothing but itself. */
export const printing = createJobRunner<'print'>()

/** Prints clippings as the book that they would be exported as, by the choices that were last made for one. */
export function usePrinting(titleOf: (id: string) => string | undefined): (ids: readonly string[]) => void {
  const { t } = useTranslation()
  const language = useLanguage()
  const citationStyle = useCitationStyle(language)
  const choices = useStore(exportChoices)
  return ids => {
    const [first = ''] = ids
    const title =
      (ids.length === 1 && titleOf(first)?.trim()) || t('exporting.scopeTitle', { count: ids.length })
    const request: ExportRequest = {
      ...choices,
      scope: { kind: 'clippings', ids: [...ids] },
      format: 'pdf',
      title: title.slice(0, 300),
      // What is selected has no order of its own.
      order: choices.order === 'as-listed' ? 'oldest-first' : choices.order,
      citationStyle,
      language: choices.language ?? language,
    }
    void printing.start('print', () => send('export:print', request))
  }
}
