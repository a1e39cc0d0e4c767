import type { TFunction } from 'i18next'
import type { Payload } from '../../../electron/ipc/contract.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** The time left, no more precise than it can be known. */
export function timeLeftWords(t: TFunction, seconds: number): string {
  if (seconds < MINUTE) return t('importing.secondsLeft', { count: Math.max(1, Math.ceil(seconds / 5) * 5) })
  if (seconds < HOUR) return t('importing.minutesLeft', { count: Math.round(seconds / MINUTE) })
  return t('importing.hoursLeft', { count: Math.round(seconds / HOUR) })
}

/** How far an import is: “128 of 1,000 · 42 a second · about 20 seconds left”. */
export function progressWords(t: TFunction, progress: Payload<'import:progress'> | undefined): string {
  if (!progress || (progress.done === 0 && progress.total === null)) return t('importing.starting')
  const { done, total, rate, secondsLeft } = progress
  const number = (value: number) => value.toLocaleString('en-GB')
  return [
    total === null
      ? t('importing.progressUnknown', { count: done })
      : t('importing.progress', { done: number(done), total: number(total) }),
    rate > 0 && t('importing.rate', { rate: rate < 10 ? rate.toFixed(1) : number(Math.round(rate)) }),
    secondsLeft !== null && done > 0 && timeLeftWords(t, secondsLeft),
  ]
    .filter(Boolean)
    .join(' · ')
}
