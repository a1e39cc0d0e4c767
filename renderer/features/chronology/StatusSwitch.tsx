import { useTranslation } from 'react-i18next'
import type { EventStatus } from '../../../electron/core/model/chronology.ts'
import { ChoiceStrip } from '../../ui/ChoiceStrip.tsx'

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
    <ChoiceStrip
      label={t('chronology.show')}
      choices={STATUS_CHOICES.map(status => ({
        value: status,
        label: t(`chronology.statuses.${status}`),
        count: countOf(status),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
