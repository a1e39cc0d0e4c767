import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Backup, backupWhen } from './backup-days.ts'
import { startRestore } from './library-job.ts'
import styles from './RestoreDialog.module.css'

const css = classNames(styles)

/** How a backup differs from the library now, and the way to make a library of it beside the open one. */
export function RestoreDialog({
  backup,
  onClose,
}: {
  readonly backup: Backup
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Dialog
      isOpen
      title={t('backups.restoreTitle', { when: backupWhen(t, backup.at, language, new Date()) })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            autoFocus
            onPress={() => {
              onClose()
              void startRestore({ id: backup.id })
            }}
          >
            {t('backups.restoreStart')}
          </Button>
        </>
      }
    >
      <Differences id={backup.id} />
      <p className={css('detail')}>{t('backups.restoreDetail')}</p>
    </Dialog>
  )
}

/** Nothing where it cannot be compared, as where the library is closed: it can be restored all the same. */
function Differences({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data, isPending } = useRequest('backup:preview', { id })
  if (isPending) return <p className={css('soft')}>{t('backups.comparing')}</p>
  if (!data) return null
  const { added, changed, removed } = data.clippings
  const beyond = removed - data.onlyInBackup.length
  if (added + changed + removed === 0) return <p>{t('backups.same')}</p>
  return (
    <>
      <ul className={css('counts')}>
        {removed > 0 && <li>{t('backups.onlyThere', { count: removed })}</li>}
        {changed > 0 && <li>{t('backups.differing', { count: changed })}</li>}
        {added > 0 && <li>{t('backups.onlyHere', { count: added })}</li>}
      </ul>
      {data.onlyInBackup.length > 0 && (
        <>
          <h3 className={css('heading')}>{t('backups.onlyThereTitle')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keyboard */}
          <ul className={css('titles')} tabIndex={0} aria-label={t('backups.onlyThereTitle')}>
            {data.onlyInBackup.map(each => (
              <li key={each.id}>{each.title || t('timeline.untitled')}</li>
            ))}
            {beyond > 0 && <li className={css('soft')}>{t('backups.more', { count: beyond })}</li>}
          </ul>
        </>
      )}
    </>
  )
}
