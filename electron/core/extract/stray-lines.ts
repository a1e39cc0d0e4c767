import { aside, type Draft, decide, type Fate, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { belongs, surroundingsOf } from './stray-signs.ts'

const NAME = 'stray-lines'
/** Odds, as logarithms, below which a line is taken for a stray; in a longer run of such lines, which may be a list. */
const UNLIKELY = -2
const MOST_TOGETHER = 14
const HARDLY = -3
/** A few paragraphs that were copied by themselves are what was meant to be copied. */
const LEAST_LINES = 30

/**
 * Lines inside the text that are none of it, by how they look and where they stand: teasers, names of columns,
 * questions of a poll. Lists of an article look much the same, so of many such lines in a row only those beyond
 * doubt go. Not for Chinese, where the phrases of the steps before find more than the looks.
 */
export const strayLines: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const { lines, main, language } = draft
    if (main.last === -1 || lines.length < LEAST_LINES || language.startsWith('zh')) return draft
    const around = surroundingsOf(lines, language)
    const { textAt } = headerOf(draft)
    const fates = new Map<number, Fate>()
    let run: { index: number; odds: number }[] = []
    const settle = (): void => {
      for (const { index, odds } of run) {
        const line = lines[index]
        if (line !== undefined && (run.length <= MOST_TOGETHER || odds <= HARDLY))
          fates.set(index, aside(line, NAME, 'furniture'))
      }
      run = []
    }
    for (let index = textAt; index <= main.last; index += 1) {
      const odds = lines[index]?.fate === undefined ? belongs(index, around) : 0
      if (odds <= UNLIKELY) run.push({ index, odds })
      else if (lines[index]?.fate?.kind !== 'aside') settle()
    }
    settle()
    return decide(draft, fates)
  },
}
