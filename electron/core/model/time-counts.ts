/**
 * How many clippings fall where on a clock, by the day (numbers of `dayNumber`) or by the hour (such a number times 24,
 * and the hour). What is dated less precisely than one unit keeps its width: a month is a span of its days.
 */
export interface TimeCounts {
  /** Units that have clippings, ascending, each with how many. */
  readonly points: readonly (readonly [at: number, count: number])[]
  /** First and last unit, ascending. */
  readonly spans: readonly (readonly [from: number, to: number, count: number])[]
}

/** The counts as one text, a line each: ten years have some thousands, which are slow to cross as objects. */
export const writeCounts = ({ points, spans }: TimeCounts): string =>
  [...points.map(([at, count]) => `${at} ${count}`), ...spans.map(span => span.join(' '))].join('\n')

/** What {@link writeCounts} wrote. */
export function readCounts(text: string): TimeCounts {
  const points: [number, number][] = []
  const spans: [number, number, number][] = []
  for (const line of text === '' ? [] : text.split('\n')) {
    const [first = 0, second = 0, third] = line.split(' ').map(Number)
    if (third === undefined) points.push([first, second])
    else spans.push([first, second, third])
  }
  return { points, spans }
}
