import { useTranslation } from 'react-i18next'
import type { Input } from '../../../electron/ipc/contract.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useStore } from '../../state/store.ts'
import { useCitationStyle } from '../citations/citation-style.ts'
import { exportChoices } from './export-choices.ts'

/** Some clippings as an export by the choices that were last made for one. */
export function useRequestOf(): (ids: readonly string[], title?: string) => Input<'drag:prepare'> {
  const { t } = useTranslation()
  const language = useLanguage()
  const citationStyle = useCitationStyle(language)
  const choices = useStore(exportChoices)
  return (ids, title) => ({
    ...exportable(choices),
    scope: { kind: 'clippings', ids: [...ids] },
    title: (title?.trim() || t('exporting.scopeTitle', { count: ids.length })).slice(0, 300),
    // What is selected has no order of its own.
    order: choices.order === 'as-listed' ? 'oldest-first' : choices.order,
    citationStyle,
    language: choices.language ?? language,
  })
}

const exportable = ({ format, paper, book, markdown, template }: ReturnType<typeof exportChoices.get>) => ({
  format,
  paper,
  book,
  markdown,
  template,
})
