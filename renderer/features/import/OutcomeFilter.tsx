import { useTranslation } from 'react-i18next'
import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
} from '../../../electron/core/model/import-ledger.ts'
import { ChoiceStrip } from '../../ui/ChoiceStrip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { itemsOf } from './count-words.ts'
import styles from './OutcomeFilter.module.css'

const css = classNames(styles)

interface Props {
  readonly counts: ImportCounts
  /** Undefined for all. */
  readonly value: ImportOutcome | undefined
  readonly onChange: (outcome: ImportOutcome | undefined) => void
}

/** Which items of the ledger are on show: those of one outcome, or all; each with how many there are. */
export function OutcomeFilter({ counts, value, onChange }: Props) {
  const { t } = useTranslation()
  const choices = (['all', ...IMPORT_OUTCOMES] as const)
    .map(outcome => ({
      value: outcome,
      label: t(`importing.outcome.${outcome}`),
      count: itemsOf(counts, outcome === 'all' ? undefined : outcome),
    }))
    .filter(choice => choice.value === 'all' || choice.value === value || choice.count > 0)
  return (
    <div className={css('filter')}>
      <ChoiceStrip
        label={t('importing.filter')}
        choices={choices}
        value={value ?? 'all'}
        onChange={outcome => onChange(outcome === 'all' ? undefined : outcome)}
      />
    </div>
  )
}
