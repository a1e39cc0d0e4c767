import { textOf } from '../../electron/core/body/text.ts'
import { daySpanOf } from '../../electron/core/model/edtf.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'
import type { Reading } from './extraction-libraries.ts'
import { f1Of, folded, isExact, mean, type Overlap, overlapOf, quantile } from './extraction-metric.ts'

export interface Truth {
  readonly file: string
  readonly body?: string | null
  readonly title?: string | null
  readonly authors?: readonly string[] | null
  readonly date?: string | null
  readonly date_approx?: string | null
}

/** How one reading of one page compares with what the page says; undefined where nothing is known of it. */
export interface Score {
  readonly body?: Overlap
  readonly title?: boolean
  readonly authors?: boolean
  readonly date?: boolean
  readonly kept?: number
  readonly ms: number
}

const names = (list: readonly string[]): string => list.map(folded).toSorted().join('\n')

function isDay(found: string | undefined, { date, date_approx }: Truth): boolean | undefined {
  const wanted = date ?? date_approx
  if (!wanted) return undefined
  if (found === undefined) return false
  // A time near midnight is another day in UTC.
  const tolerance = date ? (found.includes('T') ? 1 : 0) : 2
  return Math.abs(daySpanOf(found).from - daySpanOf(wanted.slice(0, 10)).from) <= tolerance
}

/** Style sheets may show words in capitals, so case does not count. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')

/** The share of the visible text's lines that are in the body, back a field or are set aside. */
export function keptShare({ article }: Extraction, visible: string): number {
  const evidence = Object.values(article.statements).map(statement => statement.evidence)
  const all = squeezed(
    [textOf(article.body), ...evidence, ...article.setAside.map(aside => aside.text)].join(''),
  )
  const lines = visible
    .split('\n')
    .map(squeezed)
    .filter(line => line !== '')
  return lines.length === 0 ? 1 : lines.filter(line => all.includes(line)).length / lines.length
}

export function scoreOf(reading: Reading, truth: Truth, ms: number, visible: string | undefined): Score {
  const date = isDay(reading.date, truth)
  return {
    ms,
    ...(truth.body ? { body: overlapOf(reading.body, truth.body) } : {}),
    ...(truth.title ? { title: folded(reading.title) === folded(truth.title) } : {}),
    ...(truth.authors && truth.authors.length > 0
      ? { authors: names(reading.authors) === names(truth.authors) }
      : {}),
    ...(date === undefined ? {} : { date }),
    ...(reading.extraction === undefined || visible === undefined
      ? {}
      : { kept: keptShare(reading.extraction, visible) }),
  }
}

const share = (values: readonly (boolean | undefined)[]): string => {
  const known = values.filter(value => value !== undefined)
  return known.length === 0 ? '   -' : mean(known.map(Number)).toFixed(3).replace(/^0/u, '')
}

/** One line for a set of pages. */
export function summary(scores: readonly Score[]): string {
  const bodies = scores.flatMap(({ body }) => body ?? [])
  const kept = scores.flatMap(({ kept: value }) => value ?? [])
  const times = scores.map(({ ms }) => ms)
  return [
    `body F1 ${bodies.length === 0 ? '   -' : f1Of(bodies).toFixed(3).replace(/^0/u, '')}`,
    `exact ${bodies.length === 0 ? '  -' : mean(bodies.map(body => Number(isExact(body)))).toFixed(2)}`,
    `title ${share(scores.map(({ title }) => title))}`,
    `author ${share(scores.map(({ authors }) => authors))}`,
    `date ${share(scores.map(({ date }) => date))}`,
    `kept ${kept.length === 0 ? '   -' : mean(kept).toFixed(3)}`,
    `ms ${quantile(times, 0.5).toFixed(0)} median, ${quantile(times, 0.95).toFixed(0)} p95`,
  ].join('  ')
}
