import { aside, type Draft, decide, type Fate, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { isFurniture } from './phrases.ts'

const NAME = 'surroundings'
/** A line under the title as long as this is a summary of the article, not a label. */
const DECK_UNITS = 16

/** `（文中人物为化名）`: a note in brackets right below the text is part of it. */
function noteAt({ lines, main }: Draft): number {
  const line = lines[main.last + 1]
  const isNote = line !== undefined && line.measure.units >= 6 && /^[（(][^（()）]+[)）]$/u.test(line.text)
  return isNote ? main.last + 1 : -1
}

/** Sets aside what stands above the title, between title and text (but for a summary), and below the text. */
export const surroundings: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const { lines, main, titleAt } = draft
    if (main.last === -1) return draft
    const { textAt } = headerOf(draft)
    const fates = new Map<number, Fate>()
    for (const [index, line] of lines.entries()) {
      if (line.fate !== undefined || (index >= textAt && index <= main.last)) continue
      if (index > main.last) {
        if (index === noteAt(draft)) continue
        fates.set(index, aside(line, NAME, 'furniture'))
        continue
      }
      if (titleAt === -1 ? index < main.first : index < titleAt) {
        fates.set(index, aside(line, NAME, 'navigation'))
        continue
      }
      const isDeck = line.measure.units >= DECK_UNITS && !isFurniture(line.text) && !line.measure.isCut
      if (!isDeck) fates.set(index, aside(line, NAME, 'furniture'))
    }
    return decide(draft, fates)
  },
}
