import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { undoDoubleEncoding } from '../../electron/core/extract/double-encoding.ts'
import { pageOf, SIGNS } from '../../electron/core/extract/headline-signs.ts'
import { detectLanguage } from '../../electron/core/extract/language.ts'
import { linesIn } from '../../electron/core/extract/lines.ts'
import { mainText } from '../../electron/core/extract/main-text.ts'
import { firstParagraph, reachOf } from '../../electron/core/extract/title.ts'

const FOLDS = 5
const STEPS = 400
const RATE = 0.05
const RIDGE = 0.002
const LASSO = 0.005

/** One page: what each line that could be the headline shows, and which of them are it. */
interface Choice {
  readonly set: string
  readonly file: string
  readonly values: readonly (readonly number[])[]
  readonly right: ReadonlySet<number>
  readonly texts: readonly string[]
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
const dot = (weights: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

function choiceOf(set: string, file: string, text: string, title: string): Choice | undefined {
  const found = mainText.run({
    lines: linesIn(text),
    clippedAtMs: 0,
    language: detectLanguage(text),
    main: { first: -1, last: -1 },
    title: '',
    titleAt: -1,
    bylines: [],
    sources: [],
    editors: [],
    published: 'not-stated',
    evidence: {},
  })
  if (found.main.first === -1) return undefined
  const page = pageOf(found, firstParagraph(found))
  const possible = reachOf(page).filter(page.isPossible)
  const lines = possible.flatMap(index => found.lines[index] ?? [])
  return {
    set,
    file,
    values: lines.map((line, at) => Object.values(SIGNS).map(({ of }) => of(line, possible[at] ?? 0, page))),
    right: new Set(lines.flatMap((line, at) => (folded(line.text) === folded(title) ? [at] : []))),
    texts: lines.map(line => line.text),
  }
}

function choicesOf(folder: string): Choice[] {
  const choices: Choice[] = []
  for (const set of readdirSync(folder)) {
    const truth = join(folder, set, 'truth.jsonl')
    if (!existsSync(truth)) continue
    for (const row of readFileSync(truth, 'utf8').split('\n').filter(Boolean)) {
      const { file, title } = JSON.parse(row)
      const path = join(folder, set, String(file).replace('.html.gz', '.txt.gz'))
      if (!title || !existsSync(path)) continue
      const text = gunzipSync(readFileSync(path)).toString('utf8')
      choices.push(
        ...[choiceOf(set, file, undoDoubleEncoding(text) ?? text, title)].flatMap(each => each ?? []),
      )
    }
  }
  return choices
}

/** Conditional logistic regression by Adam, with a ridge and a soft threshold after each step. */
function weightsFrom(choices: readonly Choice[]): number[] {
  const size = Object.keys(SIGNS).length
  const weights = new Array<number>(size).fill(0)
  const mean = new Array<number>(size).fill(0)
  const square = new Array<number>(size).fill(0)
  const usable = choices.filter(({ right }) => right.size > 0)
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = new Array<number>(size).fill(0)
    for (const { values, right } of usable) {
      const scores = values.map(value => dot(weights, value))
      const most = Math.max(...scores)
      const odds = scores.map(score => Math.exp(score - most))
      const all = odds.reduce((sum, value) => sum + value, 0)
      const good = odds.reduce((sum, value, at) => sum + (right.has(at) ? value : 0), 0)
      for (const [at, value] of values.entries()) {
        const miss = (odds[at] ?? 0) / all - (right.has(at) ? (odds[at] ?? 0) / good : 0)
        for (let sign = 0; sign < size; sign += 1)
          slope[sign] = (slope[sign] ?? 0) + (miss * (value[sign] ?? 0)) / usable.length
      }
    }
    for (let sign = 0; sign < size; sign += 1) {
      const weight = weights[sign] ?? 0
      const along = (slope[sign] ?? 0) + RIDGE * weight
      mean[sign] = 0.9 * (mean[sign] ?? 0) + 0.1 * along
      square[sign] = 0.999 * (square[sign] ?? 0) + 0.001 * along * along
      const pace = RATE / (Math.sqrt((square[sign] ?? 0) / (1 - 0.999 ** step)) + 1e-8)
      const moved = weight - (pace * (mean[sign] ?? 0)) / (1 - 0.9 ** step)
      weights[sign] = Math.sign(moved) * Math.max(0, Math.abs(moved) - pace * LASSO)
    }
  }
  return weights
}

const chosen = (weights: readonly number[], { values }: Choice): number => {
  const scores = values.map(value => dot(weights, value))
  return scores.indexOf(Math.max(...scores))
}

/** Fits the weights of the headline's signs to page sets with known titles, and prints them beside those in use. */
export default function run(folder = '', show = ''): void {
  if (!existsSync(folder)) {
    console.log(`skipped: the folder ${folder === '' ? '(none given)' : folder} of page sets does not exist`)
    return
  }
  const choices = choicesOf(folder)
  const used = Object.values(SIGNS).map(({ weight }) => weight)
  const counts = new Map<string, { pages: number; reachable: number; used: number; held: number }>()
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = weightsFrom(choices.filter((_, at) => at % FOLDS !== fold))
    for (const choice of choices.filter((_, at) => at % FOLDS === fold)) {
      const count = counts.get(choice.set) ?? { pages: 0, reachable: 0, used: 0, held: 0 }
      count.pages += 1
      if (choice.right.size > 0) count.reachable += 1
      if (choice.right.has(chosen(used, choice))) count.used += 1
      if (choice.right.has(chosen(weights, choice))) count.held += 1
      else if (show === choice.set && choice.right.size > 0)
        console.log(
          choice.file,
          choice.texts[chosen(weights, choice)],
          '<>',
          choice.texts[[...choice.right][0] ?? 0],
        )
      counts.set(choice.set, count)
    }
  }
  for (const [set, { pages, reachable, used: now, held }] of counts)
    console.log(
      `${set}: ${pages} pages, ${reachable} with the title in reach; right: ${now} as weighted now, ${held} held out`,
    )
  const weights = weightsFrom(choices)
  for (const [at, name] of Object.keys(SIGNS).entries())
    console.log(`${name.padEnd(16)} in use ${used[at]?.toFixed(2)}  fitted ${weights[at]?.toFixed(2)}`)
}
