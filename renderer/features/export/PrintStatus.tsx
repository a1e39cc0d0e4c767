import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../../api/failure-words.ts'
import { isBusy } from '../../api/job.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { MessageLine } from '../../ui/MessageLine.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './PrintStatus.module.css'
import { printing } from './use-printing.ts'

/** Where the system's dialog comes sooner, words about it would only flash. */
const QUICK_MS = 600

/** How far the layout of what is printed is, with a way to end it; a failure becomes a message. */
export function PrintStatus() {
  const { t } = useTranslation()
  const job = useStore(printing.job)
  const busy = isBusy(job)
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    setIsShown(false)
    if (!busy) return undefined
    const timer = setTimeout(() => setIsShown(true), QUICK_MS)
    return () => clearTimeout(timer)
  }, [busy])
  useEffect(() => {
    if (job.kind !== 'failed') return
    const { failure } = job
    showToast({
      tone: 'failure',
      title: words =>
        failure.code === 'export-failed'
          ? words('exporting.printing.failed')
          : failureWords(words, failure).what,
      detail: words =>
        failure.code === 'export-failed'
          ? words('exporting.printing.failedTodo')
          : failureWords(words, failure).todo,
    })
    printing.dismiss()
  }, [job])
  const laidOut = job.kind === 'running' && job.total > 0 && job.done >= job.total
  return (
    <div role="status" aria-label={t('exporting.printing.status')}>
      {isShown && busy && (
        <MessageLine
          words={
            <div className={styles['words']}>
              {job.kind === 'running' && !laidOut ? (
                <ProgressBar
                  label={t('exporting.printing.layout')}
                  done={job.done}
                  total={job.total}
                  words={
                    job.total > 0
                      ? t('exporting.progress', { percent: Math.round((100 * job.done) / job.total) })
                      : ''
                  }
                />
              ) : (
                <p>{t(laidOut ? 'exporting.printing.dialog' : 'exporting.printing.layout')}</p>
              )}
            </div>
          }
        >
          <Button look="quiet" onPress={() => void printing.cancel()}>
            {t('common.cancel')}
          </Button>
        </MessageLine>
      )}
    </div>
  )
}
