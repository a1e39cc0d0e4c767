import { Check, FolderOpen, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../../api/failure-words.ts'
import { useChange } from '../../api/use-change.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { BackupsReport } from './BackupsReport.tsx'
import { type LibraryJob, type LibraryTask, libraryTasks } from './library-job.ts'
import { MadeReport } from './MadeReport.tsx'
import { RepairReport } from './RepairReport.tsx'
import styles from './TaskStatus.module.css'
import { VerifyReport } from './VerifyReport.tsx'

const css = classNames(styles)

/** How a task of those given goes, and what came of it; nothing while none of them was started. */
export function TaskStatus({ tasks }: { readonly tasks: readonly LibraryTask[] }) {
  const { t } = useTranslation()
  const job = useStore(libraryTasks.job)
  return (
    <div role="status" aria-label={t('library.job')} className={css('region')}>
      {job.kind !== 'idle' && tasks.includes(job.about) && <Words job={job} />}
    </div>
  )
}

function Words({ job }: { readonly job: Exclude<LibraryJob, { kind: 'idle' }> }) {
  const { t } = useTranslation()
  switch (job.kind) {
    case 'asking':
      return null
    case 'running':
      return <TaskProgress job={job} />
    case 'cancelled':
      return (
        <div className={css('line')}>
          <p className={css('text')}>{t('library.cancelled')}</p>
          <Dismiss />
        </div>
      )
    case 'failed': {
      const words = failureWords(t, job.failure)
      return (
        <div className={css('line')}>
          <TriangleAlert className={css('failed')} aria-hidden="true" />
          <div className={css('text')}>
            <p className={css('what')}>{words.what}</p>
            <p className={css('soft')}>
              {[words.kept, words.todo].filter(Boolean).join(t('common.sentenceGap'))}
            </p>
          </div>
          <Dismiss />
        </div>
      )
    }
    case 'done':
      return <Done job={job} />
  }
}

/** How far a task is, and the way to stop it. */
export function TaskProgress({ job }: { readonly job: Extract<LibraryJob, { kind: 'running' }> }) {
  const { t } = useTranslation()
  return (
    <div className={css('line')}>
      <div className={css('text')}>
        <ProgressBar
          label={t(`library.running.${job.about}`)}
          done={job.done}
          total={job.total}
          words={
            job.isCancelling
              ? t('library.cancelling')
              : job.total > 0
                ? t('library.percent', { percent: Math.floor((100 * job.done) / job.total) })
                : t('library.starting')
          }
        />
      </div>
      <Button isDisabled={job.isCancelling} onPress={() => void libraryTasks.cancel()}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}

function Done({ job }: { readonly job: Extract<LibraryJob, { kind: 'done' }> }) {
  const { t } = useTranslation()
  const reveal = useChange('job:reveal')
  const open = useChange('library:open')
  const { about, report } = job
  switch (about) {
    case 'verify':
      return report?.of === 'verify' ? <VerifyReport report={report} /> : null
    case 'repair':
      return report?.of === 'repair' ? <RepairReport report={report} /> : null
    case 'verify-backups':
      return report?.of === 'verify-backups' ? <BackupsReport report={report} /> : null
    case 'backup':
      return (
        <div className={css('line')}>
          <Check className={css('ok')} aria-hidden="true" />
          <p className={css('text')}>{t('backups.taken')}</p>
          <Dismiss />
        </div>
      )
    default:
      return (
        <div className={css('line')}>
          <Check className={css('ok')} aria-hidden="true" />
          <div className={css('text')}>
            <MadeReport task={about} path={job.path} report={report} />
            <div className={css('actions')}>
              {(about === 'copy' || about === 'import-archive' || about === 'restore') && (
                <Button look="strong" onPress={() => void open.run({ path: job.path })}>
                  {t('library.openIt')}
                </Button>
              )}
              <Button
                icon={<FolderOpen aria-hidden="true" />}
                onPress={() => void reveal.run({ job: job.job })}
              >
                {t('library.revealIt')}
              </Button>
            </div>
          </div>
          <Dismiss />
        </div>
      )
  }
}

function Dismiss() {
  const { t } = useTranslation()
  return <IconButton size="small" label={t('common.dismiss')} icon={<X />} onPress={libraryTasks.dismiss} />
}
