import type { TFunction } from 'i18next'
import type { Output } from '../../../electron/ipc/contract.ts'
import { clockOf, formatDate } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'

export type Backup = Output<'backup:list'>['backups'][number]

/** The backups of one day of this computer's clock. */
export interface BackupDay {
  /** `2025-07-19` */
  readonly day: string
  readonly backups: readonly Backup[]
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** The backups under the days they were taken on, in their order. */
export function backupDays(backups: readonly Backup[]): readonly BackupDay[] {
  const days = new Map<string, Backup[]>()
  for (const backup of backups) {
    const day = dayOf(new Date(backup.at))
    const known = days.get(day)
    if (known === undefined) days.set(day, [backup])
    else known.push(backup)
  }
  return [...days].map(([day, each]) => ({ day, backups: each }))
}

/** A day in words: today and yesterday by name, without the year where it is this one. */
export function dayWords(t: TFunction, day: string, language: Language, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (day === dayOf(now)) return t('backups.today')
  if (day === dayOf(yesterday)) return t('backups.yesterday')
  return formatDate(day, language, { weekday: true, year: !day.startsWith(`${now.getFullYear()}-`) })
}

/** When a backup was taken, in words: `Today 09:14`. */
export const backupWhen = (t: TFunction, at: string, language: Language, now: Date): string =>
  `${dayWords(t, dayOf(new Date(at)), language, now)} ${clockOf(at)}`
