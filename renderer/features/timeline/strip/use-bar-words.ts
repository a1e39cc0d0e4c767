import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/format-date.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import type { Bar } from './bars.ts'
import { DAY } from './cuts.ts'
import { edtfOfSpan } from './days.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** What a bar says: its days or hours, how many there are, and how many more there may be. */
export function useBarWords(): (bar: Bar) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return bar => {
    const { from, to, count, wide } = bar
    const day = formatDate(edtfOfSpan(bar), language)
    const hour = ((from % DAY) + DAY) % DAY
    const date = to - from < DAY ? `${day} ${two(hour)}:00–${two(hour + to - from)}:00` : day
    return wide === 0
      ? t('timeline.barWords', { date, count })
      : t('timeline.barPerhaps', { date, count, wide })
  }
}
