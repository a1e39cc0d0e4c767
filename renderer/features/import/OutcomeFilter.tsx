import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
} from '../../../electron/core/model/import-ledger.ts'
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
  return (
    <ToggleButtonGroup
      className={css('filter')}
      aria-label={t('importing.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value ?? 'all']}
      onSelectionChange={([chosen]) => onChange(IMPORT_OUTCOMES.find(outcome => outcome === chosen))}
    >
      {[undefined, ...IMPORT_OUTCOMES].map(outcome => {
        const count = itemsOf(counts, outcome)
        return outcome !== undefined && count === 0 && outcome !== value ? null : (
          <ToggleButton key={outcome ?? 'all'} id={outcome ?? 'all'} className={css('choice')}>
            {t(`importing.outcome.${outcome ?? 'all'}`)}
            <span className={css('count')}>{count.toLocaleString('en-GB')}</span>
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
