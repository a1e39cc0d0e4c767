import { join } from 'node:path'
import { formatDay } from '../../electron/core/model/calendar.ts'
import { boundsOf, daySpanOf } from '../../electron/core/model/edtf.ts'
import { READERS, type Reader, type Reading, type Value } from './date-readers.ts'
import { developmentSentences, ownSentences, type RightValue, type Sentence } from './date-sentences.ts'
import { lunarLabels } from './lunar-labels.ts'

const OPEN = { from: boundsOf('/2000').from, to: boundsOf('2000/').to }

const dayAfter = (day: string): string => formatDay(daySpanOf(day).to + 1)

/** The first day of the last unit that an interval names: 1 January 2018 of `2014/2018`. */
const lastNamed = (edtf: string): string | undefined =>
  /^[\d-]+\/(?:\d{4}|\d{4}-\d{2})$/.test(edtf) ? boundsOf(edtf.split('/')[1] ?? '').from : undefined

/**
 * The set leaves out the last day, month or year of ranges that name it ("from the 1st to the 5th", "from 2014
 * to 2018" ends as 2018 begins): either end is right. A reader that gives no end is judged by the beginning.
 */
function isSame({ from = OPEN.from, toInclusive, toExclusive }: RightValue, value: Value): boolean {
  if (from !== value.from) return false
  const { to, edtf = '' } = value
  if (to === undefined) return true
  if (toInclusive === undefined && toExclusive === undefined) return to === OPEN.to
  return (
    toInclusive === to ||
    toExclusive === to ||
    (to < OPEN.to && dayAfter(to) === toExclusive) ||
    (toExclusive !== undefined && toExclusive === lastNamed(edtf))
  )
}

const overlap = (reading: Reading, span: { start: number; end: number }): boolean =>
  reading.start < span.end && reading.end > span.start

const isRight = (reading: Reading, anyOf: readonly RightValue[]): boolean =>
  reading.values.some(value => anyOf.some(right => isSame(right, value)))

interface Score {
  readonly expressions: number
  readonly right: number
  readonly found: number
  readonly foundRight: number
}

function score(sentences: readonly Sentence[], language: string, read: Reader, show: boolean): Score {
  const total = { expressions: 0, right: 0, found: 0, foundRight: 0 }
  for (const { text, reference, spans } of sentences) {
    const found = read(text, reference, language)
    const good = found.filter(reading =>
      spans.some(span => overlap(reading, span) && isRight(reading, span.anyOf)),
    )
    const missed = spans.filter(
      span => !good.some(reading => overlap(reading, span) && isRight(reading, span.anyOf)),
    )
    total.expressions += spans.length
    total.right += spans.length - missed.length
    total.found += found.length
    total.foundRight += good.length
    if (!show || (missed.length === 0 && good.length === found.length)) continue
    const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
    console.log(`${text} | ${reference.slice(0, 10)}`)
    for (const span of missed) console.log(`  missed ${words(span)} ${JSON.stringify(span.anyOf)}`)
    for (const reading of found)
      if (!good.includes(reading)) console.log(`  wrong ${words(reading)} ${JSON.stringify(reading.values)}`)
  }
  return total
}

const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3)

const figures = ({ expressions, right, found, foundRight }: Score): string =>
  `right ${share(right, expressions)} (${right} of ${expressions}) precision ${share(foundRight, found)} (${foundRight} of ${found})`

/**
 * For each language and reader the share of expressions that have a right value, and of the expressions that
 * were found those that do, on `{zh,en}.dev.jsonl` of a folder and on our own sentences. The set labels lunar days
 * with their numbers as if they were of our calendar; where it has any, each reader has a second line with those
 * labels read in the lunar calendar. With a language as `show`, prints what our own reader got wrong in it.
 */
export default function run(folder = '../shared/articles/dates', show = ''): void {
  for (const language of ['zh', 'en']) {
    const file = join(folder, `${language}.dev.jsonl`)
    const development = developmentSentences(file)
    if (development === undefined) console.log(`${language}: ${file} does not exist`)
    for (const [name, sentences] of [
      ['development', development],
      ['own', ownSentences(language)],
    ] as const) {
      if (sentences === undefined) continue
      const lunar = lunarLabels(sentences)
      for (const [reader, read] of Object.entries(READERS)) {
        const isShown = show === language && reader === 'cuttings'
        const labelled = score(sentences, language, read, isShown)
        console.log(`${language} ${name.padEnd(11)} ${reader.padEnd(11)} ${figures(labelled)}`)
        if (name === 'own' || lunar.corrected === 0) continue
        const corrected = score(lunar.sentences, language, read, false)
        console.log(
          `   with the ${lunar.corrected} lunar days of the labels read in the lunar calendar: ${figures(corrected)}`,
        )
      }
    }
  }
}
