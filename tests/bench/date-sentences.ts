import { existsSync, readFileSync } from 'node:fs'
import { boundsOf } from '../../electron/core/model/edtf.ts'

/** A right value: the set writes a day inclusively and the end of an interval exclusively, an open end not at all. */
export interface RightValue {
  readonly from?: string
  readonly toInclusive?: string
  readonly toExclusive?: string
}

export interface Sentence {
  readonly text: string
  /** The day that relative expressions are counted from. */
  readonly reference: string
  readonly spans: readonly {
    readonly start: number
    readonly end: number
    readonly anyOf: readonly RightValue[]
  }[]
}

const rowsOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map((line): unknown => JSON.parse(line))

/** The sentences of `{zh,en}.dev.jsonl`, or undefined where there is no such file. */
export const developmentSentences = (file: string): Sentence[] | undefined =>
  existsSync(file) ? (rowsOf(file) as Sentence[]) : undefined

export interface Labelled {
  readonly text: string
  readonly reference: string
  /** Each expression as it stands in the text, in order, with its EDTF value. */
  readonly dates: readonly (readonly [phrase: string, edtf: string])[]
}

export const ownLabels = (language: string): Labelled[] =>
  rowsOf(new URL(`../dates/${language}.jsonl`, import.meta.url).pathname) as Labelled[]

/** Our own sentences, which state EDTF values, in the shape of the development sets. */
export const ownSentences = (language: string): Sentence[] =>
  ownLabels(language).map(({ text, reference, dates }) => {
    let searched = 0
    const spans = dates.map(([phrase, edtf]) => {
      const start = text.indexOf(phrase, searched)
      searched = start + phrase.length
      const { from, to } = boundsOf(edtf)
      return { start, end: searched, anyOf: [{ from, toInclusive: to }] }
    })
    return { text, reference, spans }
  })
