import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../electron/core/dates/find.ts'
import { formatDay } from '../../electron/core/model/calendar.ts'
import { boundsOf, daySpanOf } from '../../electron/core/model/edtf.ts'

interface Sentence {
  readonly text: string
  readonly reference: string
  readonly spans: readonly {
    readonly text: string
    readonly start: number
    readonly end: number
    readonly anyOf: readonly {
      readonly from: string
      readonly toInclusive?: string
      readonly toExclusive?: string
    }[]
  }[]
}

type Value = Sentence['spans'][number]['anyOf'][number]

/** The set excludes the last day of ranges that name it ("from the 1st to the 5th"): either end is right. */
const isSame = (
  { from = OPEN.from, toInclusive, toExclusive }: Value,
  first: string,
  last: string,
): boolean =>
  from === first &&
  (toInclusive === undefined && toExclusive === undefined
    ? last === OPEN.to
    : toInclusive === last || toExclusive === last || dayAfter(last) === toExclusive)

/** What an open end reaches. */
const OPEN = { from: boundsOf('/2000').from, to: boundsOf('2000/').to }

const dayAfter = (day: string): string => formatDay(daySpanOf(day).to + 1)

/** Share of the expressions of `{zh,en}.dev.jsonl` in a folder that are found with a right value. */
export default function run(folder = '', show = ''): void {
  for (const language of ['zh', 'en']) {
    const file = join(folder, `${language}.dev.jsonl`)
    if (!existsSync(file)) {
      console.log(`${language}: skipped, ${file} does not exist`)
      continue
    }
    const sentences = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map((line): Sentence => JSON.parse(line))
    let expressions = 0
    let right = 0
    for (const { text, reference, spans } of sentences) {
      const found = findDates(text, reference.slice(0, 10), language)
      for (const span of spans) {
        expressions += 1
        const overlapping = found.filter(
          date => date.start < span.end && date.start + date.phrase.length > span.start,
        )
        const hit = overlapping.some(date => {
          const { from, to } = boundsOf(date.edtf)
          return span.anyOf.some(value => isSame(value, from, to))
        })
        if (hit) right += 1
        else if (show === language)
          console.log(
            text,
            '|',
            reference.slice(0, 10),
            '|',
            span.text,
            JSON.stringify(span.anyOf),
            '|',
            JSON.stringify(overlapping.map(d => [d.phrase, d.edtf])),
          )
      }
    }
    console.log(`${language}: ${(right / Math.max(1, expressions)).toFixed(3)} (${right} of ${expressions})`)
  }
}
