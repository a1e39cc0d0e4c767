import { Share } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { collectionOfScope, MOST_IN_CHRONOLOGY } from '../../../electron/core/model/chronology-scope.ts'
import { isBusy } from '../../api/job.ts'
import { useRequest } from '../../api/use-request.ts'
import { matchesKeys } from '../../commands/keys.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useRoute } from '../../routing/use-route.ts'
import { usePlatform } from '../../state/platform.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { useCitationStyle } from '../citations/citation-style.ts'
import { EditedFiles } from './EditedFiles.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { ExportStatus } from './ExportStatus.tsx'
import styles from './ExportView.module.css'
import { exportChoices, obstacleTo } from './export-choices.ts'
import { HowToExport } from './HowToExport.tsx'
import { spanWords } from './published-span.ts'
import { exportAgain, exporting, startExport } from './running-export.ts'
import { formatScope, isInOwnOrder, requestScope } from './scope.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import { templateDraft } from './template-draft.ts'
import { useScope } from './use-scope.ts'
import { WhatToExport } from './WhatToExport.tsx'

const css = classNames(styles)

const [START_KEYS] = COMMANDS['start-export'].keys

/** What to export, how, and what it will look like, side by side. */
export function ExportView() {
  const { t } = useTranslation()
  const language = useLanguage()
  const platform = usePlatform()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { filter } = useRoute()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const chosen = useScope()
  const choices = useStore(exportChoices)
  const job = useStore(exporting.job)
  const written = useStore(templateDraft)
  const draft = choices.format === 'template' ? written : undefined
  const citationStyle = useCitationStyle(language)

  const { scope, articles } = chosen
  const scopeText = scope ? formatScope(scope) : ''
  const title = choices.title?.scope === scopeText ? choices.title.typed : chosen.title
  const hasOwnOrder = scope !== undefined && isInOwnOrder(scope, filter)
  const order = choices.order === 'as-listed' && !hasOwnOrder ? 'oldest-first' : choices.order
  const how = { ...choices, citationStyle, order, title, language: choices.language ?? language }
  const obstacle = obstacleTo(scope, articles, title)
  const request = scope && {
    scope: requestScope(scope, filter),
    format: how.format,
    title: title.trim() || chosen.title,
    order: how.order,
    paper: how.paper,
    book: how.book,
    markdown: how.markdown,
    template: how.template,
    citationStyle,
    language: how.language,
  }
  const hasChronology =
    request !== undefined &&
    collectionOfScope(request.scope) !== undefined &&
    (articles ?? 0) <= MOST_IN_CHRONOLOGY
  const canStart = request !== undefined && obstacle === undefined && articles !== undefined && !isBusy(job)
  const start = () => request && void startExport(request)
  // Asked for before the figures are there, it starts as soon as they are.
  const [isAwaited, setIsAwaited] = useState(false)
  const isCounting = request !== undefined && articles === undefined && !isBusy(job)
  const ask = canStart ? start : isCounting ? () => setIsAwaited(true) : undefined
  useCommand('start-export', ask)
  useEffect(() => {
    if (!isAwaited || isCounting) return
    setIsAwaited(false)
    if (canStart) start()
  })
  // Choices and buttons keep Enter to themselves, so that the window would not hear of it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!ask || !matchesKeys(START_KEYS, event.nativeEvent, platform)) return
    event.preventDefault()
    event.stopPropagation()
    ask()
  }

  const span = chosen.span && spanWords(chosen.span, language)
  const facts = [
    articles !== undefined && t('exporting.articles', { count: articles }),
    span && t('exporting.span', { span }),
    span && (chosen.span?.undated ?? 0) > 0 && t('exporting.undated', { count: chosen.span?.undated ?? 0 }),
  ].filter(Boolean)
  return (
    <div
      className={css('view')}
      data-foot="export"
      data-status={job.kind === 'idle' ? undefined : ''}
      onKeyDownCapture={onKeyDown}
    >
      <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
        {t('exporting.title')}
      </h1>
      <div className={css('columns')}>
        <div className={css('choices')}>
          <section className={css('column')} aria-label={t('exporting.what')}>
            <h2 className={css('heading')}>{t('exporting.what')}</h2>
            <WhatToExport chosen={chosen} />
          </section>
          <section className={css('column')} aria-label={t('exporting.how')}>
            <h2 className={css('heading')}>{t('exporting.how')}</h2>
            <HowToExport
              request={how}
              scope={scopeText}
              hasOwnOrder={hasOwnOrder}
              hasChronology={hasChronology}
            />
          </section>
        </div>
        <section className={css('preview')} aria-label={t('exporting.preview')}>
          <h2 className={css('heading')}>{t('exporting.preview')}</h2>
          <div className={css('shown')}>
            {draft && <TemplateEditor draft={draft} />}
            {request && articles !== undefined && articles > 0 && (
              <ExportPreview request={request} draft={draft?.template} />
            )}
            {articles === 0 && (
              <EmptyState icon={<Share />} title={t('exporting.emptyTitle')}>
                {t(overview?.shelves.all === 0 ? 'exporting.emptyLibrary' : 'exporting.emptyScope')}
              </EmptyState>
            )}
            {!scope && (
              <EmptyState icon={<Share />} title={t('exporting.why.choose')}>
                {t('exporting.chooseFirst')}
              </EmptyState>
            )}
          </div>
        </section>
      </div>
      <ExportStatus job={job} />
      {job.kind === 'failed' && job.failure.edited && (
        <EditedFiles
          files={job.failure.edited}
          onAnswer={answers => void exportAgain(answers)}
          onClose={exporting.dismiss}
        />
      )}
      <footer className={css('foot')}>
        <p className={css('facts')}>
          {obstacle
            ? t(`exporting.why.${obstacle}`)
            : isAwaited
              ? t('exporting.counting')
              : facts.join(' · ')}
        </p>
        <Button look="strong" keys={START_KEYS} isDisabled={!canStart} onPress={start}>
          {t('exporting.start')}
        </Button>
      </footer>
    </div>
  )
}
