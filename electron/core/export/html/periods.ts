import type { Clipping } from '../../model/clipping.ts'
import { dateInWords, isoStart } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'

/** More months than these make bars too thin to hit: years stand for them. */
const MOST_MONTHS = 60

/** A month, a year, or no date (''), and the articles published in it by their places in the export. */
export interface Period {
  readonly key: string
  readonly articles: readonly number[]
}

const monthOf = ({ published }: Clipping): string => {
  if (typeof published === 'string') return ''
  const start = isoStart(published.edtf)
  // A season has a number above 12, and is in no month.
  const month = /^-?\d{4}-(?:0[1-9]|1[0-2])/u.exec(start)?.[0]
  return month ?? /^-?\d{4}/u.exec(start)?.[0] ?? ''
}

/** What was published when, in order of time, what has no date last; months, or where they are too many years. */
export function periodsOf(clippings: readonly Clipping[]): Period[] {
  const months = clippings.map(monthOf)
  const isLong = new Set(months).size > MOST_MONTHS
  const periods = new Map<string, number[]>()
  for (const [index, month] of months.entries()) {
    const key = isLong ? month.replace(/^(-?\d{4})-\d{2}$/u, '$1') : month
    periods.set(key, [...(periods.get(key) ?? []), index])
  }
  return [...periods]
    .map(([key, articles]) => ({ key, articles }))
    .sort((a, b) => (a.key === '' ? 1 : b.key === '' ? -1 : a.key < b.key ? -1 : 1))
}

export const periodInWords = ({ key }: Period, language: ExportLanguage): string =>
  key === '' ? wordsOf(language).undated : dateInWords(key, language)
