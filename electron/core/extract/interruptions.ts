import { creditsIn } from './credit-labels.ts'
import { aside, type Draft, decide, type Fate, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { inlineRelated, isFurniture, isInsert } from './phrases.ts'

const NAME = 'interruptions'
/** Shorter lines are repeated in any article ("Yes."), and longer ones farther away (an interview's questions). */
const REPEAT_UNITS = 16
const REPEAT_LINES = 8

/** A short line that stands there so often is a button, however it reads. */
const OFTEN = 4
const OFTEN_UNITS = { from: 6, to: 20 }

/** Words that stand there twice in one line are a card: the picture's description and the headline of its link. */
function isDoubled(text: string): boolean {
  const half = (text.length - 1) / 2
  return text.charAt(half) === ' ' && text.slice(0, half) === text.slice(half + 1)
}

/** A caption that is also the picture's description, or a summary that the text begins with. */
const isWithinNext = (lines: readonly Line[], index: number): boolean =>
  [-2, -1, 1, 2].some(step => {
    const [own, other] = [lines[index]?.text ?? '', lines[index + step]?.text ?? '']
    return other.length > own.length && other.startsWith(own)
  })

/** So many words in capitals are the link of another article's headline; headings between paragraphs are shorter. */
const SHOUTED_WORDS = 8
function isShouted(text: string): boolean {
  if (text.length > 240 || /\p{Ll}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return false
  return (text.match(/\p{Lu}[\p{Lu}’'-]+/gu)?.length ?? 0) >= SHOUTED_WORDS
}

function fateOf(line: Line, isRepeat: boolean, isOften: boolean, title: string): Fate | undefined {
  const { text, measure } = line
  const related = inlineRelated(text)
  if (related !== undefined && !/[。]$/u.test(text))
    return aside(line, NAME, 'related', { list: related.list, item: { title: related.entry } })
  if (isFurniture(text)) return aside(line, NAME, 'furniture')
  if (isShouted(text)) return aside(line, NAME, 'related', { item: { title: text } })
  if (isInsert(text) && measure.units <= 120) return aside(line, NAME, 'furniture')
  if (
    isOften &&
    !measure.isProse &&
    !/[\d:：]/u.test(text) &&
    measure.units >= OFTEN_UNITS.from &&
    measure.units <= OFTEN_UNITS.to
  )
    return aside(line, NAME, 'repeat')
  if (text === title || (measure.units >= REPEAT_UNITS && (isRepeat || isDoubled(text))))
    return aside(line, NAME, 'repeat')
  return undefined
}

/** What interrupts the text: buttons, sign-up requests, `Read more: …`, words that stand there twice. */
export const interruptions: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const fates = new Map<number, Fate>()
    const seen = new Map<string, number>()
    const counts = new Map<string, number>()
    for (const line of draft.lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
    const { textAt } = headerOf(draft)
    const from = draft.titleAt === -1 ? textAt : draft.titleAt + 1
    for (let index = from; index <= draft.main.last; index += 1) {
      const line = draft.lines[index]
      if (line === undefined || line.fate !== undefined) continue
      const isRepeat =
        index - (seen.get(line.text) ?? Number.NEGATIVE_INFINITY) <= REPEAT_LINES ||
        isWithinNext(draft.lines, index)
      const isStated = index < textAt && creditsIn(line.text, draft.language).isWhole
      const fate = isStated
        ? aside(line, NAME, 'furniture')
        : fateOf(line, isRepeat, (counts.get(line.text) ?? 0) >= OFTEN, draft.title)
      if (fate !== undefined) fates.set(index, fate)
      seen.set(line.text, index)
    }
    return decide(draft, fates)
  },
}
