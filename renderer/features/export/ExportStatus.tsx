import { Check, FolderOpen, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './ExportStatus.module.css'
import { exportFailureWords } from './export-failure-words.ts'
import { type ExportJob, exporting } from './running-export.ts'

const css = classNames(styles)

/** How the export goes, and how it ended. */
export function ExportStatus({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('exporting.status')} className={css('region')}>
      {job.kind !== 'idle' && (
        <div className={css('status')}>
          <Words job={job} />
        </div>
      )}
    </div>
  )
}

function Words({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation()
  const reveal = useChange('job:reveal')
  const dismiss = (
    <IconButton size="small" label={t('common.dismiss')} icon={<X />} onPress={exporting.dismiss} />
  )
  switch (job.kind) {
    case 'idle':
      return null
    case 'asking':
      return <p className={css('text')}>{t('exporting.asking')}</p>
    case 'running':
      return (
        <>
          <div className={css('text')}>
            <ProgressBar
              label={t('exporting.running', { title: job.about })}
              done={job.done}
              total={job.total}
              words={
                job.isCancelling
                  ? t('exporting.cancelling')
                  : job.total > 0
                    ? t('exporting.progress', { percent: Math.round((100 * job.done) / job.total) })
                    : t('exporting.starting')
              }
            />
          </div>
          <Button isDisabled={job.isCancelling} onPress={() => void exporting.cancel()}>
            {t('common.cancel')}
          </Button>
        </>
      )
    case 'done':
      return (
        <>
          <Check className={css('ok')} aria-hidden="true" />
          <div className={css('text')}>
            <p>
              {t('exporting.done', { title: job.about })}
              {job.files > 1 && ` · ${t('exporting.doneFiles', { count: job.files })}`}
            </p>
            <p className={css('path')}>{job.path}</p>
            {(job.picturesLeftOut ?? 0) > 0 && (
              <p>{t('exporting.picturesLeftOut', { count: job.picturesLeftOut ?? 0 })}</p>
            )}
          </div>
          <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void reveal.run({ job: job.job })}>
            {t('exporting.reveal')}
          </Button>
          {dismiss}
        </>
      )
    case 'cancelled':
      return (
        <>
          <p className={css('text')}>{t('exporting.cancelled')}</p>
          {dismiss}
        </>
      )
    case 'failed': {
      const words = exportFailureWords(t, job.failure)
      return (
        <>
          <TriangleAlert className={css('failed')} aria-hidden="true" />
          <div className={css('text')}>
            <p className={css('what')}>{words.what}</p>
            <p className={css('soft')}>
              {[words.kept, words.todo].filter(Boolean).join(t('common.sentenceGap'))}
            </p>
          </div>
          {dismiss}
        </>
      )
    }
  }
}
