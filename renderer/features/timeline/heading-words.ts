import type { TFunction } from 'i18next'
import { formatDate } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'

/**
 * The heading of a group from its key: a day with its weekday, a month or year said to be all that is known,
 * or that no date is stated. The year is left out where it is `thisYear`.
 */
export function headingWords(t: TFunction, key: string, language: Language, thisYear: number): string {
  if (key === '') return t('timeline.undated')
  const date = formatDate(key, language, { weekday: true, year: !key.startsWith(`${thisYear}-`) })
  if (/^-?\d{4}$/.test(key)) return t('timeline.yearOnly', { date })
  if (/^-?\d{4}-\d{2}$/.test(key)) return t('timeline.monthOnly', { date: formatDate(key, language) })
  return date
}
