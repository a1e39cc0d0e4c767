import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './BackupList.module.css'
import { type Backup, backupDays, backupWhen, dayWords } from './backup-days.ts'
import { formatBytes } from './format-bytes.ts'
import { RestoreDialog } from './RestoreDialog.tsx'

const css = classNames(styles)

interface Props {
  readonly backups: readonly Backup[]
  /** Files that have the name of a backup and cannot be read. */
  readonly unreadable: readonly string[]
  readonly isDisabled: boolean
}

/** The backups by day, each with the way to restore it. */
export function BackupList({ backups, unreadable, isDisabled }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [restoring, setRestoring] = useState<Backup>()
  const now = new Date()
  return (
    <div className={css('days')}>
      {backupDays(backups).map(({ day, backups: each }) => (
        <section key={day} aria-label={dayWords(t, day, language, now)}>
          <h4 className={css('day')}>{dayWords(t, day, language, now)}</h4>
          <ul>
            {each.map(backup => (
              <li key={backup.id} className={css('backup')}>
                <span className={css('time')}>{clockOf(backup.at)}</span>
                <span className={css('facts')}>
                  {[
                    t(`backups.kind.${backup.kind}`),
                    ...(backup.clippings === undefined
                      ? []
                      : [t('library.holds', { count: backup.clippings })]),
                    formatBytes(backup.bytes),
                  ].join(' · ')}
                  {!backup.verified && <span className={css('lost')}> · {t('backups.notWhole')}</span>}
                </span>
                <Button
                  look="quiet"
                  isDisabled={isDisabled}
                  aria-label={t('backups.restoreNamed', { when: backupWhen(t, backup.at, language, now) })}
                  onPress={() => setRestoring(backup)}
                >
                  {t('backups.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {unreadable.length > 0 && (
        <p className={css('lost')}>{t('backups.unreadable', { count: unreadable.length })}</p>
      )}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />}
    </div>
  )
}
