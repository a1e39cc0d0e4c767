import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../electron/ipc/contract.ts'
import { failureWords } from '../../api/failure-words.ts'
import { isBusy } from '../../api/job.ts'
import { useRequest } from '../../api/use-request.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SettingsRow } from '../settings/SettingsRow.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './BackupsSection.module.css'
import { backupWhen } from './backup-days.ts'
import { libraryTasks, startTask } from './library-job.ts'
import { TaskStatus } from './TaskStatus.tsx'

const css = classNames(styles)

/** When the last backup was taken, what there is to go back to, and why the last attempt failed if it did. */
export function BackupsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: library } = useRequest('library:state', {})
  const { data: list } = useRequest('backup:list', {})
  const isRunning = isBusy(useStore(libraryTasks.job))
  if (!library || !list) return null
  const last = library.lastBackup ?? list.backups[0]?.at
  return (
    <>
      <SettingsRow title={t('backups.last')}>
        <p className={css('when')}>
          {last === undefined ? t('backups.none') : backupWhen(t, last, language, new Date())}
        </p>
        {library.backupFailure && <WhyFailed failure={library.backupFailure} />}
        <p className={css('soft')}>{t(last === undefined ? 'backups.noneDetail' : 'backups.where')}</p>
        <div className={css('actions')}>
          <Button isResting={isRunning} onPress={() => void startTask('backup')}>
            {t('backups.take')}
          </Button>
          <Button
            isDisabled={list.backups.length === 0}
            isResting={isRunning}
            onPress={() => void startTask('verify-backups')}
          >
            {t('backups.verify')}
          </Button>
        </div>
        <TaskStatus tasks={['backup', 'verify-backups']} />
        <p className={css('note')}>{t('backups.kept')}</p>
      </SettingsRow>
      {(list.backups.length > 0 || list.unreadable.length > 0) && (
        <SettingsRow title={t('backups.list')}>
          <p className={css('soft')}>{t('backups.listDetail')}</p>
          <TaskStatus tasks={['restore']} />
          <BackupList backups={list.backups} unreadable={list.unreadable} isDisabled={isRunning} />
        </SettingsRow>
      )}
    </>
  )
}

function WhyFailed({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation()
  const words = failureWords(t, failure)
  return (
    <div className={css('failed')}>
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className={css('what')}>{t('backups.failed')}</p>
        <p>{[words.what, t('common.sentenceEnd'), words.todo].join('')}</p>
      </div>
    </div>
  )
}
