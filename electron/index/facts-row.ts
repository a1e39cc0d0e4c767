import type { Facts } from '../core/search/document.ts'
import { FEATURES, STATES } from '../core/search/query.ts'

/** Stands for the day of what names none: in no span, and behind every day. */
export const NO_DAY = -0x80000000

/** The bit of a state or feature among the marks of a row. */
export const MARKS = new Map<string, number>(
  [...STATES.map(state => `is:${state}`), ...FEATURES.map(feature => `has:${feature}`)].map((mark, bit) => [
    mark,
    1 << bit,
  ]),
)

/** The facts of a clipping as they are kept: a third of the length that they have with their names. */
export type FactsRow = readonly [
  language: string,
  host: string,
  /** The bits of {@link MARKS}. */
  marks: number,
  publishedFrom: number,
  publishedTo: number,
  clippedOn: number,
  clippedAt: string,
  month: string,
  source: string,
  tags: readonly string[],
  collections: readonly string[],
  /** First and last day of each date in the text, one after the other. */
  happened: readonly number[],
]

export function rowOfFacts(facts: Facts): FactsRow {
  const [[publishedFrom, publishedTo] = [NO_DAY, NO_DAY]] = facts.days.published
  const [[clippedOn] = [NO_DAY]] = facts.days.clipped
  const marks = [...facts.states.map(state => `is:${state}`), ...facts.features.map(each => `has:${each}`)]
  return [
    facts.language,
    facts.host,
    marks.reduce((bits, mark) => bits | (MARKS.get(mark) ?? 0), 0),
    publishedFrom,
    publishedTo,
    clippedOn,
    facts.clippedAt,
    facts.month,
    facts.source,
    facts.tags,
    facts.collections,
    facts.days.happened.flat(),
  ]
}
