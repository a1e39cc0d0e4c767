import type { AsideReason } from './aside.ts'
import { type HtmlDraft, type HtmlStep, setAside } from './draft.ts'

const NAME = 'above-headline'
/** More of the text than this above the headline means that the headline is not where it was found. */
const MOST = 0.15

/** What stands above the headline is not part of the article. */
export const aboveHeadline: HtmlStep = {
  name: NAME,
  run(draft: HtmlDraft): HtmlDraft {
    const { page, body, titleAt } = draft
    if (titleAt === -1) return draft
    let all = 0
    let before = 0
    const found = new Map<number, { reason: AsideReason }>()
    for (const line of page.lines) {
      if (!body.has(line.index)) continue
      all += line.measure.units
      if (line.index >= titleAt) continue
      before += line.measure.units
      found.set(line.index, { reason: 'navigation' })
    }
    return before > all * MOST ? draft : setAside(draft, NAME, found)
  },
}
