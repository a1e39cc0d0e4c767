import { heading } from '../body/build.ts'
import { type Draft, decide, type Fate, type Step } from './draft.ts'
import { headerOf } from './header.ts'

const LONGEST_UNITS = 34
/** `一、`, `（二）`, `1.`: a numbered heading may end like a sentence. */
const SENTENCE = /[。！；，、：;,.:]["'”’」』）)]*$|^["“‘「『'(（—–•*·-]|^\d+$/u

/** Short lines that stand apart, end no sentence and have text below them. */
export const subHeadings: Step = {
  name: 'sub-headings',
  run(draft: Draft): Draft {
    const { lines, main } = draft
    const { textAt } = headerOf(draft)
    const usesGaps =
      lines.slice(textAt, main.last + 1).filter(line => line.gap).length * 2 > main.last - textAt
    const fates = new Map<number, Fate>()
    for (let index = textAt; index < main.last; index += 1) {
      const line = lines[index]
      if (line === undefined || line.fate !== undefined) continue
      const { isProse, isCut, units } = line.measure
      if (isProse || isCut || units > LONGEST_UNITS || units < 2 || SENTENCE.test(line.text)) continue
      const below = lines.slice(index + 1, main.last + 1).find(other => other.fate?.kind !== 'aside')
      const isApart = line.gap || !usesGaps
      if (isApart && below?.measure.isProse === true && (below.gap || !usesGaps || below.measure.units > 60))
        fates.set(index, { kind: 'block', block: heading(line.order, line.raw) })
    }
    return decide(draft, fates)
  },
}
