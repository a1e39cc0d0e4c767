import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryReport } from '../../../electron/ipc/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './Report.module.css'

const css = classNames(styles)

const SHOWN = 5

interface Props {
  readonly report: Extract<LibraryReport, { of: 'verify-backups' }>
}

/** Whether the backups are whole, what was mended in them, and what they can no longer give. */
export function BackupsReport({ report }: Props) {
  const { t } = useTranslation()
  const { lost, mended, unreadable } = report
  const missing = [...lost.map(({ path }) => path), ...unreadable]
  const isWhole = missing.length === 0
  return (
    <div className={css('report')}>
      <p className={css('head', isWhole ? 'ok' : 'failed')}>
        {isWhole ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {isWhole
          ? t('backups.verified', { count: report.backups })
          : t('backups.verifiedLost', { count: missing.length })}
      </p>
      {mended > 0 && <p className={css('soft')}>{t('backups.verifiedMended', { count: mended })}</p>}
      {!isWhole && (
        <>
          <p className={css('soft')}>{t('backups.verifiedLostDetail')}</p>
          <ul className={css('examples')}>
            {missing.slice(0, SHOWN).map(path => (
              <li key={path} className={css('path')}>
                {path}
              </li>
            ))}
            {missing.length > SHOWN && <li>{t('verify.more', { count: missing.length - SHOWN })}</li>}
          </ul>
        </>
      )}
    </div>
  )
}
