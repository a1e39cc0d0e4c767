import { isNotice } from '../ending.ts'
import type { AsideReason } from './aside.ts'
import { type HtmlDraft, type HtmlStep, setAside } from './draft.ts'

const NAME = 'ending'
/** So many lines at the end are looked at. */
const REACH = 8

/** What a page adds below an article in whole sentences: who the author is, house rules, offers. */
export const ending: HtmlStep = {
  name: NAME,
  run(draft: HtmlDraft): HtmlDraft {
    const found = new Map<number, { reason: AsideReason }>()
    const own = draft.page.lines.filter(line => draft.body.has(line.index) && !draft.captions.has(line.index))
    for (const line of own.slice(Math.max(2, own.length - REACH)).toReversed()) {
      if (isNotice(line)) found.set(line.index, { reason: 'furniture' })
      else if (line.measure.isProse) break
    }
    return setAside(draft, NAME, found)
  },
}
