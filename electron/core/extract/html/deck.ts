import { creditsIn } from '../credit-labels.ts'
import { isFurniture, isInsert } from '../phrases.ts'
import type { HtmlDraft, HtmlStep } from './draft.ts'
import { comparable } from './headline.ts'
import type { PageLine } from './page/page.ts'
import { around } from './page/walk.ts'

const DECK_HINTS =
  /(?:^|[\s_-])(?:deck|dek|summary|standfirst|lead|lede|intro(?:duction)?|teaser|abstract|subtitle|sub-?title|sub-?head(?:line|ing)?|excerpt|description|chapo|vorspann|ingress|entradilla|sapo|zhaiyao|daodu|kicker-?text)(?:$|[\s_-]|__)/u
const REACH = 30
const LONGEST_CAPTION = 170

/**
 * A summary that stands between the headline and the text belongs to the article (sentences, not a label), and so does
 * the picture there. What stands above the headline does not, unless much of the text does.
 */
export const deck: HtmlStep = {
  name: 'deck',
  run(draft: HtmlDraft): HtmlDraft {
    const { page, titleAt, start, head, aside, fates, captions } = draft
    if (titleAt === -1 || start === -1 || start <= titleAt) return draft
    const described = ['og:description', 'description', 'twitter:description', 'dc.description']
      .flatMap(name => head.metas.get(name) ?? [])
      .map(comparable)
    const body = new Set(draft.body)
    const isCaption = (line: PageLine): boolean =>
      !line.isHidden &&
      line.measure.units <= LONGEST_CAPTION &&
      [...around(page, line.element)].some(({ tag }) => tag === 'figcaption')
    const isDeck = (line: PageLine): boolean => {
      const isHeading = /^h\d$/u.test(page.elements[line.element]?.tag ?? '')
      if (isHeading && line.measure.cjk < 0.4) return false
      if (line.isHidden || line.linked > 0.4 || fates.has(line.index) || captions.has(line.index))
        return false
      if (isFurniture(line.text) || isInsert(line.text) || creditsIn(line.text, draft.language).isWhole)
        return false
      const key = comparable(line.text)
      const isDescribed =
        key.length >= 12 &&
        described.some(words => words.startsWith(key.slice(0, 60)) || key.startsWith(words.slice(0, 60)))
      if (isDescribed) return true
      if (aside.has(line.element)) return false
      let steps = 0
      for (const element of around(page, line.element)) {
        if (DECK_HINTS.test(element.hints) && line.measure.units >= 10) return true
        steps += 1
        if (steps === 3) break
      }
      return line.measure.isProse && line.measure.units >= 24
    }
    for (const line of page.lines.slice(Math.max(titleAt + 1, start - REACH), start))
      if (isCaption(line) || isDeck(line)) body.add(line.index)
    return body.size === draft.body.size ? draft : { ...draft, body }
  },
}
