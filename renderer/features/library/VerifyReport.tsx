import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryReport } from '../../../electron/ipc/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FindingList } from './FindingList.tsx'
import { countOf, damageIn, isMendable, notesIn } from './findings.ts'
import { RepairDialog } from './RepairDialog.tsx'
import styles from './Report.module.css'

const css = classNames(styles)

const CHECKED = ['clippings', 'articles', 'originals', 'changes'] as const

/** What was checked, what was found and what it means, and the way to mend what can be mended. */
export function VerifyReport({ report }: { readonly report: Extract<LibraryReport, { of: 'verify' }> }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const damage = damageIn(report.findings)
  const notes = notesIn(report.findings)
  const checked = CHECKED.map(what => t(`verify.${what}`, { count: report.checked[what] }))
  return (
    <div className={css('report')}>
      <p className={css('head', damage.length === 0 ? 'ok' : 'failed')}>
        {damage.length === 0 ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {damage.length === 0 ? t('verify.sound') : t('verify.found', { count: countOf(damage) })}
      </p>
      <p className={css('soft')}>{t('verify.checked', { list: checked.join(t('common.listGap')) })}</p>
      <FindingList findings={[...damage, ...notes]} />
      {isMendable(damage) && (
        <div className={css('actions')}>
          <Button look="strong" onPress={() => setIsAsking(true)}>
            {t('verify.repair')}
          </Button>
        </div>
      )}
      {isAsking && <RepairDialog onClose={() => setIsAsking(false)} />}
    </div>
  )
}
