import type { Bucket } from '../../../electron/core/model/listing.ts'

export interface Days {
  readonly from: string
  readonly to: string
}

/** First and last bar of a range of days, by index; the whole strip where no range is chosen. */
export function barsOf(density: readonly Bucket[], days: Days | undefined): readonly [number, number] {
  const last = density.length - 1
  if (!days) return [0, last]
  const first = density.findIndex(bar => bar.to >= days.from)
  const end = density.findLastIndex(bar => bar.from <= days.to)
  return [first < 0 ? last : first, Math.max(end, 0)]
}

/** The days that the bars from one index to another cover, whichever comes first; undefined for the whole strip. */
export function daysOf(density: readonly Bucket[], a: number, b: number): Days | undefined {
  const first = Math.min(a, b)
  const last = Math.max(a, b)
  if (first <= 0 && last >= density.length - 1) return undefined
  const from = density[Math.max(first, 0)]?.from
  const to = density[Math.min(last, density.length - 1)]?.to
  return from && to ? { from, to } : undefined
}

/** The bar with the most clippings, the earliest of equals. */
export const busiestOf = (density: readonly Bucket[]): Bucket | undefined =>
  density.reduce<Bucket | undefined>((most, bar) => (most && most.count >= bar.count ? most : bar), undefined)

/**
 * Labels under the strip: the bar at which each month (or, over more than two years, each year) starts. Labels
 * nearer to the one before than `apart` bars are left out; a month names its year where the label before it is of another.
 */
export function axisOf(
  density: readonly Bucket[],
  apart: number,
): { readonly at: number; readonly text: string }[] {
  const first = density[0]
  const last = density.at(-1)
  if (!first || !last) return []
  const years = Number(last.to.slice(0, 4)) - Number(first.from.slice(0, 4))
  const unit = years > 2 ? 4 : 7
  const labels: { at: number; text: string }[] = []
  let before = ''
  let year = ''
  for (const [at, bar] of density.entries()) {
    const period = bar.to.slice(0, unit)
    if (period === before) continue
    before = period
    const previous = labels.at(-1)
    if (previous && at - previous.at < apart) continue
    const isNamed = unit === 4 || !period.startsWith(year) || year === ''
    year = period.slice(0, 4)
    labels.push({ at, text: isNamed ? period : period.slice(5) })
  }
  return labels
}
