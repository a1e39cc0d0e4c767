import { FileX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatFacts } from '../../../electron/core/model/export-formats.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import type { TemplateText } from '../../../electron/core/model/export-template.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { useSettled } from '../../state/use-settled.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './ExportPreview.module.css'
import { templateProblemWords } from './template-words.ts'

const css = classNames(styles)

const TYPING_MS = 250

/** The beginning of what would be written: Markdown as text, a book as its title and contents. */
interface Props {
  readonly request: ExportRequest
  /** The template that is being written. */
  readonly draft?: TemplateText | undefined
}

export function ExportPreview({ request, draft }: Props) {
  const { t } = useTranslation()
  const settled = useSettled(
    draft ? { ...request, draft: { kind: draft.kind, text: draft.text } } : request,
    TYPING_MS,
  )
  const { data, error } = useRequest('export:preview', settled, { keepPrevious: true })
  if (error) {
    const words = failureWords(t, error.failure)
    const { template } = error.failure
    return (
      <EmptyState icon={<FileX />} title={t('exporting.previewFailed')}>
        <p role="status">{template ? templateProblemWords(t, template) : words.what}</p>
        <p>{words.todo}</p>
      </EmptyState>
    )
  }
  if (!data) return <p className={css('waiting')}>{t('exporting.reading')}</p>
  if (formatFacts(settled.format).preview === 'contents') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      <section className={css('book')} aria-label={t('exporting.contents')} tabIndex={0}>
        <div className={css('sheet')} lang={settled.language}>
          <p className={css('title')}>{settled.title}</p>
          <p className={css('heading')}>{t('exporting.contents', { lng: settled.language })}</p>
          <ol className={css('contents')}>
            {data.contents.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two clippings can have the same title
              <li key={index} className={css('entry')}>
                <span className={css('article')}>{entry.title}</span>
                <span className={css('about')}>{entry.detail}</span>
              </li>
            ))}
          </ol>
        </div>
      </section>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={css('text')} aria-label={t('exporting.textPreview')} tabIndex={0}>
      <pre className={css('beginning')}>{data.text}</pre>
      {data.truncated && <p className={css('truncated')}>{t('exporting.truncated')}</p>}
    </section>
  )
}
