import { paragraph } from '../body/build.ts'
import { type Draft, decide, type Fate, type Step } from './draft.ts'

/** Every line that no step before has decided is a paragraph: what is not known to be furniture is kept. */
export const paragraphs: Step = {
  name: 'paragraphs',
  run(draft: Draft): Draft {
    const fates = new Map<number, Fate>()
    for (const [index, line] of draft.lines.entries())
      if (line.fate === undefined) fates.set(index, { kind: 'block', block: paragraph(line.order, line.raw) })
    return decide(draft, fates)
  },
}
