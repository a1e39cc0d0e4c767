import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { EventStatus } from '../../../electron/core/model/chronology.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './StatusSwitch.module.css'

const css = classNames(styles)

export const STATUS_CHOICES = ['proposed', 'accepted', 'rejected', 'all'] as const
export type StatusChoice = (typeof STATUS_CHOICES)[number]

interface Props {
  readonly value: StatusChoice
  readonly counts: Readonly<Record<EventStatus, number>> | undefined
  readonly onChange: (status: StatusChoice) => void
}

/** Which events are on show, and how many there are of each kind. */
export function StatusSwitch({ value, counts, onChange }: Props) {
  const { t } = useTranslation()
  const countOf = (status: StatusChoice): number | undefined =>
    counts && (status === 'all' ? counts.proposed + counts.accepted + counts.rejected : counts[status])
  return (
    <ToggleButtonGroup
      className={css('switch')}
      aria-label={t('chronology.show')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([chosen]) => {
        const next = STATUS_CHOICES.find(candidate => candidate === chosen)
        if (next) onChange(next)
      }}
    >
      {STATUS_CHOICES.map(status => (
        <ToggleButton key={status} id={status} className={css('choice')}>
          {t(`chronology.statuses.${status}`)}
          <span className={css('count')}>{countOf(status)?.toLocaleString('en-GB')}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
