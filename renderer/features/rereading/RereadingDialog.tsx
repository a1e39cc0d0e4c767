import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../../api/failure-words.ts'
import { isBusy } from '../../api/job.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ChangeLine } from './ChangeLine.tsx'
import styles from './RereadingDialog.module.css'
import { applyRereading, planRereading, rereading, rereadingJob, tellRereadingDone } from './reading-again.ts'

const css = classNames(styles)

/** So many are listed; more are counted. */
const LISTED = 200

/** Reads originals again, shows what would change, and takes over what is wanted. */
export function RereadingDialog() {
  const asked = useStore(rereading)
  return asked && <Rereading ids={asked.ids} />
}

function Rereading({ ids }: { readonly ids: readonly string[] | undefined }) {
  const { t } = useTranslation()
  const job = useStore(rereadingJob.job)
  const [plan, setPlan] = useState<string>()
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const { data } = useRequest(
    'reextract:preview',
    { job: plan ?? '', start: 0, count: LISTED },
    { enabled: plan !== undefined },
  )
  const close = () => {
    void rereadingJob.cancel()
    rereadingJob.dismiss()
    rereading.set(undefined)
  }
  useEffect(() => void planRereading(ids), [ids])
  const wanted = (data?.total ?? 0) - leftOut.size
  useEffect(() => {
    if (job.kind !== 'done') return
    if (job.about === 'plan') setPlan(job.job)
    else {
      tellRereadingDone(wanted)
      rereadingJob.dismiss()
      rereading.set(undefined)
    }
  }, [job, wanted])
  const toggle = (id: string) => () => {
    const next = new Set(leftOut)
    if (!next.delete(id)) next.add(id)
    setLeftOut(next)
  }
  const running = job.kind === 'running' ? job : undefined
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('rereading.title')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t(isBusy(job) ? 'common.cancel' : 'common.close')}</Button>
          {plan !== undefined && data !== undefined && data.total > 0 && (
            <Button
              look="strong"
              isDisabled={isBusy(job) || wanted === 0}
              onPress={() => void applyRereading(plan, data.total, leftOut)}
            >
              {t('rereading.apply', { count: wanted })}
            </Button>
          )}
        </>
      }
    >
      <p className={css('detail')}>{t('rereading.detail')}</p>
      {running && (
        <ProgressBar
          label={t(running.about === 'plan' ? 'rereading.planning' : 'rereading.applying')}
          done={running.done}
          total={running.total}
          words={
            running.isCancelling
              ? t('rereading.stopping')
              : running.total > 0
                ? t('rereading.percent', { percent: Math.floor((100 * running.done) / running.total) })
                : ''
          }
        />
      )}
      <div role="status">
        {job.kind === 'failed' && <p>{failureWords(t, job.failure).what}</p>}
        {data?.total === 0 && <p>{t('rereading.nothing')}</p>}
        {data !== undefined && data.total > 0 && (
          <p className={css('found')}>{t('rereading.found', { count: data.total })}</p>
        )}
        {data !== undefined && data.unreadable > 0 && (
          <p className={css('soft')}>{t('rereading.unreadable', { count: data.unreadable })}</p>
        )}
      </div>
      {data !== undefined && data.changes.length > 0 && (
        <ul className={css('list')} aria-label={t('rereading.list')}>
          {data.changes.map(change => (
            <ChangeLine
              key={change.id}
              change={change}
              isIncluded={!leftOut.has(change.id)}
              onToggle={toggle(change.id)}
            />
          ))}
        </ul>
      )}
      {data !== undefined && data.total > data.changes.length && (
        <p className={css('soft')}>{t('rereading.more', { count: data.total - data.changes.length })}</p>
      )}
    </Dialog>
  )
}
