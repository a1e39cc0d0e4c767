import { aside, type Draft, decide, type Fate, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { isFurniture, isInsert } from './phrases.ts'

const NAME = 'ending'
/** So many lines at the end are looked at. */
const REACH = 12

/** `Ann Lee is a transport reporter for …`: what a page says of the author after the article. */
const ABOUT_AUTHOR =
  /^(?:\p{Lu}[\p{L}'’.-]+,?\s){1,5}(?:is|was|has been|writes|covers|reports|joined|lives|has (?:worked|covered|written|reported)|specializes|focuses|leads)\b.{0,240}?(?:reporter|editor|correspondent|journalist|writer|columnist|author of|producer|contributor|freelance|covering|covers|writes|reports|newsroom|bureau)\b/u
const HOUSE_NOTICE =
  /^(?:as you comment|our (?:journalism|newsroom|mission)|we (?:want|welcome|believe|are committed|may earn|strive|have been)|if you (?:have|would like|buy|purchase|enjoyed|are)|this (?:site|website|page|slideshow)|the (?:views|opinions|information|statements) (?:expressed|provided|contained|in)|(?:the )?\p{Lu}[\p{L} ]{2,40} (?:is part of|is owned by|is committed to)|[*+†‡]|when you (?:buy|purchase|subscribe)|no spam|every (?:day|week|morning) we|need more|get (?:breaking|the|our|access|every|more|[\p{L} ]{0,30}delivered)|share your|write to|letters? to the editor|please (?:be|read|see)|click|download|subscribe|to (?:read|subscribe|comment|get|learn|find out) )/iu

/** Whether a line below a text says who the author is, what the house's rules are, or offers something. */
export const isNotice = ({ text, measure }: Pick<Line, 'text' | 'measure'>): boolean =>
  measure.units <= 260 &&
  (ABOUT_AUTHOR.test(text) || HOUSE_NOTICE.test(text) || isInsert(text) || isFurniture(text))

/** What a page adds below an article in whole sentences: who the author is, house rules, offers. */
export const ending: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const { lines, main } = draft
    const { textAt } = headerOf(draft)
    const fates = new Map<number, Fate>()
    let lastText = main.last
    for (let index = main.last; index > Math.max(textAt, main.last - REACH); index -= 1) {
      const line = lines[index]
      if (line === undefined) break
      if (line.fate === undefined && !isNotice(line)) {
        if (line.measure.isProse) break
        continue
      }
      lastText = index
    }
    for (let index = lastText; index <= main.last; index += 1) {
      const line = lines[index]
      if (line !== undefined && line.fate === undefined && isNotice(line))
        fates.set(index, aside(line, NAME, 'furniture'))
    }
    return decide(draft, fates)
  },
}
