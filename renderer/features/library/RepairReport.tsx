import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryReport } from '../../../electron/ipc/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import { FindingList } from './FindingList.tsx'
import { countOf, damageIn } from './findings.ts'
import styles from './Report.module.css'

const css = classNames(styles)

/** What a repair mended, what it could not, and where what it replaced is kept. */
export function RepairReport({ report }: { readonly report: Extract<LibraryReport, { of: 'repair' }> }) {
  const { t } = useTranslation()
  const { mended, aside } = report
  const left = damageIn(report.left)
  const head =
    left.length === 0
      ? t('verify.repaired')
      : mended.length > 0
        ? t('verify.repairedPartly', { count: countOf(left) })
        : t('verify.repairedNothing')
  return (
    <div className={css('report')}>
      <p className={css('head', left.length === 0 ? 'ok' : 'failed')}>
        {left.length === 0 ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {head}
      </p>
      {mended.length > 0 && (
        <>
          <h4 className={css('sub')}>{t('verify.mendedTitle')}</h4>
          <ul className={css('list')}>
            {mended.map(({ code, count, examples }) => (
              <li key={code}>
                <p>{t(`verify.mended.${code}`, { count })}</p>
                <ul className={css('examples')}>
                  {examples.map(({ what }) => (
                    <li key={what} className={css('path')}>
                      {what}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
      {left.length > 0 && (
        <>
          <h4 className={css('sub')}>{t('verify.remainingTitle')}</h4>
          <p className={css('soft')}>{t('verify.remainingDetail')}</p>
          <FindingList findings={left} />
        </>
      )}
      {aside !== undefined && (
        <>
          <p className={css('soft')}>{t('verify.aside')}</p>
          <p className={css('path')}>{aside}</p>
        </>
      )}
    </div>
  )
}
