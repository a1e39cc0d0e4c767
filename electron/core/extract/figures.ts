import { figure } from '../body/build.ts'
import { type Draft, decide, type Fate, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { isFurniture } from './phrases.ts'
import { type PictureCredit, pictureCreditIn } from './picture-credit.ts'

/** Reading units of the longest caption that is told from a paragraph by its credit alone. */
const LONGEST = 160
const LONGEST_ABOVE = 60
const LONGEST_SENTENCE = 30
const MARKED =
  /^(?:[▲△▼▽↑↓◀▶]|(?:图为|圖為|图说|圖說|图注|圖註|資料圖|资料图|示意图|示意圖|caption|pictured|above|file photo)[:：]?\s?)/iu

/** The line above a bare credit is its caption if it is short and not a sentence of the text, or a sentence of one clause that stands apart. */
function captionAbove(
  lines: readonly Line[],
  index: number,
  fates: ReadonlyMap<number, Fate>,
): Line | undefined {
  const line = lines[index - 1]
  if (line === undefined || line.fate !== undefined || fates.has(index - 1) || isFurniture(line.text))
    return undefined
  const { units, isProse } = line.measure
  const isClose = lines[index]?.gap === false
  const isOneClause = line.gap && units <= LONGEST_SENTENCE && !/[，,；;：:“”「」]/u.test(line.text)
  if (units > LONGEST_ABOVE || (isProse && !(isClose && line.gap) && !isOneClause)) return undefined
  return line
}

function decideFigure(
  lines: readonly Line[],
  index: number,
  found: PictureCredit,
  fates: Map<number, Fate>,
): void {
  const line = lines[index]
  if (line === undefined) return
  const { creditText, credit } = found
  const above = found.caption === null ? captionAbove(lines, index, fates) : undefined
  if (above === undefined) {
    fates.set(index, {
      kind: 'block',
      block: figure(line.order, { caption: found.caption, creditText, credit }),
    })
    return
  }
  fates.set(index - 1, {
    kind: 'block',
    block: figure(above.order, { caption: above.raw, creditText, credit }),
  })
  fates.set(index, { kind: 'joined' })
}

/** Captions and credits of pictures, wherever they stand between the title and the end of the text. */
export const figures: Step = {
  name: 'figures',
  run(draft: Draft): Draft {
    const { lines, main, titleAt } = draft
    const fates = new Map<number, Fate>()
    const from = titleAt === -1 ? headerOf(draft).textAt : titleAt + 1
    for (let index = from; index <= Math.min(main.last + 2, lines.length - 1); index += 1) {
      const line = lines[index]
      if (line === undefined || line.fate !== undefined || line.measure.units > LONGEST) continue
      const found = pictureCreditIn(line.raw)
      if (found !== undefined) decideFigure(lines, index, found, fates)
      else if (MARKED.test(line.text) && line.measure.units <= LONGEST_ABOVE)
        fates.set(index, { kind: 'block', block: figure(line.order, { caption: line.raw }) })
    }
    return decide(draft, fates)
  },
}
