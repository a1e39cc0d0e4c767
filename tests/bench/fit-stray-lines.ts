import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { undoDoubleEncoding } from '../../electron/core/extract/double-encoding.ts'
import { detectLanguage } from '../../electron/core/extract/language.ts'
import { linesIn } from '../../electron/core/extract/lines.ts'
import { SIGNS, surroundingsOf } from '../../electron/core/extract/stray-signs.ts'
import { shingles } from './extraction-metric.ts'

const FOLDS = 4
const STEPS = 250
const RATE = 0.05
const RIDGE = 0.0005
const LASSO = 0.001
/** A line is the article's if so much of it stands in the article. */
const SHARED = 0.6

interface Sample {
  readonly values: readonly number[]
  readonly isText: number
  readonly weight: number
}

/** Every line of one page: what it shows, whether the article has it, and what it counts for. */
function samplesOf(text: string, body: string): Sample[] {
  const lines = linesIn(text)
  const around = surroundingsOf(lines, detectLanguage(text))
  const truth = shingles(body)
  const weights = lines.map(({ measure }) => Math.sqrt(Math.min(100, measure.units / 2) + 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return lines.map((line, index) => {
    const own = [...shingles(line.text).keys()]
    const look = around.looks[index]
    return {
      values: look === undefined ? [] : Object.values(SIGNS).map(({ of }) => of(look, index, around)),
      isText: own.filter(shingle => truth.has(shingle)).length / own.length >= SHARED ? 1 : 0,
      weight: (weights[index] ?? 0) / total,
    }
  })
}

function pagesOf(folder: string): Sample[][] {
  const pages: Sample[][] = []
  for (const set of readdirSync(folder)) {
    const truth = join(folder, set, 'truth.jsonl')
    if (!existsSync(truth)) continue
    for (const row of readFileSync(truth, 'utf8').split('\n').filter(Boolean)) {
      const { file, body } = JSON.parse(row)
      const path = join(folder, set, String(file).replace('.html.gz', '.txt.gz'))
      if (!body || !existsSync(path)) continue
      const stored = gunzipSync(readFileSync(path)).toString('utf8')
      const text = undoDoubleEncoding(stored) ?? stored
      if (!detectLanguage(text).startsWith('zh')) pages.push(samplesOf(text, body))
    }
  }
  return pages
}

const dot = (weights: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

/** Logistic regression by Adam, with a ridge and, for all but the first sign, a soft threshold after each step. */
function weightsFrom(pages: readonly Sample[][]): number[] {
  const size = Object.keys(SIGNS).length
  const zeros = (): number[] => new Array<number>(size).fill(0)
  const [weights, mean, square] = [zeros(), zeros(), zeros()]
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = zeros()
    for (const { values, isText, weight } of pages.flat()) {
      const miss = (weight * (1 / (1 + Math.exp(-dot(weights, values))) - isText)) / pages.length
      for (let sign = 0; sign < size; sign += 1) slope[sign] = (slope[sign] ?? 0) + miss * (values[sign] ?? 0)
    }
    for (let sign = 0; sign < size; sign += 1) {
      const weight = weights[sign] ?? 0
      const along = (slope[sign] ?? 0) + RIDGE * weight
      mean[sign] = 0.9 * (mean[sign] ?? 0) + 0.1 * along
      square[sign] = 0.999 * (square[sign] ?? 0) + 0.001 * along * along
      const pace = RATE / (Math.sqrt((square[sign] ?? 0) / (1 - 0.999 ** step)) + 1e-8)
      const moved = weight - (pace * (mean[sign] ?? 0)) / (1 - 0.9 ** step)
      const shrunk = Math.max(0, Math.abs(moved) - (sign === 0 ? 0 : pace * LASSO))
      weights[sign] = Math.sign(moved) * shrunk
    }
  }
  return weights
}

/** The share of the pages' words that are on the right side of even odds. */
function rightness(weights: readonly number[], pages: readonly Sample[][]): number {
  const right = pages
    .flat()
    .map(({ values, isText, weight }) => (dot(weights, values) > 0 === (isText === 1) ? weight : 0))
  return right.reduce((sum, weight) => sum + weight, 0) / pages.length
}

/** Fits the weights of the signs of stray lines to page sets with known bodies, and prints them beside those in use. */
export default function run(folder = ''): void {
  if (!existsSync(folder)) {
    console.log(`skipped: the folder ${folder === '' ? '(none given)' : folder} of page sets does not exist`)
    return
  }
  const pages = pagesOf(folder)
  const used = Object.values(SIGNS).map(({ weight }) => weight)
  const held = Array.from({ length: FOLDS }, (_, fold) =>
    rightness(
      weightsFrom(pages.filter((_, at) => at % FOLDS !== fold)),
      pages.filter((_, at) => at % FOLDS === fold),
    ),
  )
  const mean = held.reduce((sum, value) => sum + value, 0) / FOLDS
  console.log(
    `${pages.length} pages; on the right side: ${rightness(used, pages).toFixed(4)} as weighted now, ${mean.toFixed(4)} held out`,
  )
  const weights = weightsFrom(pages)
  for (const [at, name] of Object.keys(SIGNS).entries())
    console.log(`${name.padEnd(16)} in use ${used[at]?.toFixed(2)}  fitted ${weights[at]?.toFixed(2)}`)
}
