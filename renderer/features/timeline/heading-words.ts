import type { TFunction } from 'i18next'
import { calendarDay, dayNumber } from '../../../electron/core/model/calendar.ts'
import { daySpanOf } from '../../../electron/core/model/edtf.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'

/**
 * The heading of a group from its key: a day with its weekday, a week with its number, a month or year said to be all
 * that is known (but where the list is by months), or that no date is stated. The year is left out where it is
 * `thisYear`.
 */
export function headingWords(
  t: TFunction,
  key: string,
  language: Language,
  thisYear: number,
  grouping?: Filter['grouping'],
): string {
  if (key === '') return t('timeline.undated')
  const date = formatDate(key, language, { weekday: true, year: !key.startsWith(`${thisYear}-`) })
  if (key.includes('/')) return t('timeline.weekOnly', { date, week: weekOf(key) })
  if (/^-?\d{4}$/.test(key)) return t('timeline.yearOnly', { date })
  if (/^-?\d{4}-\d{2}$/.test(key) && grouping !== 'month')
    return t('timeline.monthOnly', { date: formatDate(key, language) })
  return date
}

/** The number of a week in the year that its Thursday is of (ISO 8601). */
function weekOf(week: string): number {
  const thursday = daySpanOf(week).from + 3
  return Math.floor((thursday - dayNumber(calendarDay(thursday).year, 1, 1)) / 7) + 1
}
