import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/format-date.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import type { Bar } from './bars.ts'
import type { Span } from './counted-time.ts'
import { DAY } from './cuts.ts'
import { edtfOfSpan } from './days.ts'

/** Of a span that is longer, nobody asks for the hours. */
const WITH_HOURS = 2 * DAY

/** The hour of the day, `03:00`; of an end `24:00` where the day begins. */
function hourOf(time: number, midnight: number): string {
  const hour = ((Math.round(time) % DAY) + DAY) % DAY
  return `${String(hour === 0 ? midnight : hour).padStart(2, '0')}:00`
}

/** The days of a span, and its hours where it is short and does not begin and end with a day. */
export function useSpanWords(): (span: Span) => string {
  const language = useLanguage()
  return ({ from, to }) => {
    const days = formatDate(edtfOfSpan({ from, to }), language)
    const isWhole = to - from > WITH_HOURS || (from % DAY === 0 && to % DAY === 0)
    return isWhole ? days : `${days} ${hourOf(from, 0)}–${hourOf(to, DAY)}`
  }
}

/** What a bar says: its days or hours, how many there are, and how many more there may be. */
export function useBarWords(): (bar: Bar) => string {
  const { t } = useTranslation()
  const wordsOf = useSpanWords()
  return bar => {
    const { count, wide } = bar
    const date = wordsOf(bar)
    return wide === 0
      ? t('timeline.barWords', { date, count })
      : t('timeline.barPerhaps', { date, count, wide })
  }
}
