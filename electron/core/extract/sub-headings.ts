import { heading } from '../body/build.ts'
import { type Draft, decide, type Fate, type Step } from './draft.ts'
import { headerOf } from './header.ts'

const LONGEST_UNITS = 34
const SENTENCE = /[。！；，、：;,.:]["'”’」』）)]*$|^["“‘「『'(（—–•*·-]|^\d+$/u
/** `一、`, `（二）`, `1.`: a heading by its number. */
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])\s?[^。；，,;:：]+$/u

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
      if (isProse || isCut || units > LONGEST_UNITS || units < 2) continue
      if (SENTENCE.test(line.text) && !NUMBERED.test(line.text)) continue
      const below = lines.slice(index + 1, main.last + 1).find(other => other.fate?.kind !== 'aside')
      const isApart = line.gap || !usesGaps
      if (isApart && below?.measure.isProse === true && (below.gap || !usesGaps || below.measure.units > 60))
        fates.set(index, { kind: 'block', block: heading(line.order, line.raw) })
    }
    return decide(draft, fates)
  },
}
