import { useTranslation } from 'react-i18next'
import { ChoiceStrip } from '../../ui/ChoiceStrip.tsx'

const SHOWN = ['all', 'unused', 'alike'] as const
export type Shown = (typeof SHOWN)[number]

interface Props {
  readonly shown: Shown
  readonly counts: Readonly<Partial<Record<Shown, number>>>
  readonly onShow: (shown: Shown) => void
}

/** Which tags are on show: all, those that no clipping has, those that look alike. */
export function ShowSwitch({ shown, counts, onShow }: Props) {
  const { t } = useTranslation()
  return (
    <ChoiceStrip
      label={t('tags.showLabel')}
      choices={SHOWN.map(value => ({ value, label: t(`tags.show.${value}`), count: counts[value] }))}
      value={shown}
      onChange={onShow}
    />
  )
}
