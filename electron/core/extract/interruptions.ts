import { creditsIn } from './credit-labels.ts'
import { aside, type Draft, decide, type Fate, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { inlineRelated, isFurniture, isInsert } from './phrases.ts'

const NAME = 'interruptions'
/** Shorter lines are repeated in any article ("Yes."). */
const REPEAT_UNITS = 16

function fateOf(line: Line, seen: ReadonlySet<string>, title: string): Fate | undefined {
  const { text, measure } = line
  const related = inlineRelated(text)
  if (related !== undefined && !/[。]$/u.test(text))
    return aside(line, NAME, 'related', { list: related.list, item: { title: related.entry } })
  if (isFurniture(text)) return aside(line, NAME, 'furniture')
  if (isInsert(text) && measure.units <= 120) return aside(line, NAME, 'furniture')
  if (text === title || (measure.units >= REPEAT_UNITS && seen.has(text))) return aside(line, NAME, 'repeat')
  return undefined
}

/** What interrupts the text: buttons, sign-up requests, `Read more: …`, words that stand there twice. */
export const interruptions: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const fates = new Map<number, Fate>()
    const seen = new Set<string>()
    const { textAt } = headerOf(draft)
    const from = draft.titleAt === -1 ? textAt : draft.titleAt + 1
    for (let index = from; index <= draft.main.last; index += 1) {
      const line = draft.lines[index]
      if (line === undefined || line.fate !== undefined) continue
      const isStated = index < textAt && creditsIn(line.text, draft.language).isWhole
      const fate = isStated ? aside(line, NAME, 'furniture') : fateOf(line, seen, draft.title)
      if (fate !== undefined) fates.set(index, fate)
      else seen.add(line.text)
    }
    return decide(draft, fates)
  },
}
