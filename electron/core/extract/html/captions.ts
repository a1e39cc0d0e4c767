import { pictureCreditIn } from '../picture-credit.ts'
import type { HtmlDraft, HtmlStep } from './draft.ts'
import type { Page, PageLine } from './page/page.ts'
import { around } from './page/walk.ts'

const CAPTION_HINTS =
  /(?:^|[\s_-])(?:(?:img|image|photo|picture|media|video|figure|gallery|slide)?[_-]?(?:captions?|credits?|legend|desc|copyright|byline)|wp-caption-text|cutline|bildunterschrift|tushuo|pictext|imgtext|photographer|attribution)(?:$|[\s_-]|__)/u
/** A figure that holds more than this is a box of text. */
const LONGEST = 170
const LONGEST_BARE = 60
const MARKED =
  /^(?:[▲△▼▽↑↓]|(?:图为|圖為|图说|圖說|图注|圖註|資料圖|资料图|示意图|示意圖|配图|file photo)(?:[:：]|\s|$)|caption[:：])/iu

/** The figure that a line belongs to as the markup says: its element's index; -1 for none. */
function figureOf(page: Page, line: PageLine): number {
  let steps = 0
  let hinted = -1
  for (const element of around(page, line.element)) {
    if (element.tag === 'figure') return element.index
    if (element.tag === 'figcaption' || (steps < 3 && CAPTION_HINTS.test(element.hints)))
      hinted = element.index
    if (element.tag === 'article' || element.tag === 'body') break
    steps += 1
  }
  return hinted
}

/** Spans of caption and credit may stand in a line of their own inside a plain block. */
function isCaptionSpan(page: Page, line: PageLine): boolean {
  return line.segments.every(segment => {
    const element = page.elements[segment.element]
    return element !== undefined && element.index > line.element && CAPTION_HINTS.test(element.hints)
  })
}

function captionKey(page: Page, line: PageLine): number | undefined {
  if (line.measure.units > LONGEST) return undefined
  const figure = figureOf(page, line)
  if (figure !== -1) {
    const element = page.elements[figure]
    const lines = element === undefined ? [] : page.lines.slice(element.firstLine, element.endLine)
    const isBox = lines.reduce((sum, each) => sum + each.measure.units, 0) > LONGEST * 2
    return isBox ? undefined : figure
  }
  if (isCaptionSpan(page, line)) return line.element
  const isMarked = MARKED.test(line.text) && line.measure.units <= LONGEST_BARE
  const credit = isMarked ? undefined : pictureCreditIn(line.raw)
  const isCredited = credit !== undefined && (credit.caption === null || line.measure.units <= LONGEST)
  return isMarked || isCredited ? line.element : undefined
}

/** Captions and credits of pictures, as the markup or their words say. Lines of one figure have one key. */
export const captions: HtmlStep = {
  name: 'captions',
  run(draft: HtmlDraft): HtmlDraft {
    const found = new Map(draft.captions)
    for (const index of draft.body) {
      const line = draft.page.lines[index]
      const key = line === undefined ? undefined : captionKey(draft.page, line)
      if (key !== undefined) found.set(index, key)
    }
    return found.size === draft.captions.size ? draft : { ...draft, captions: found }
  },
}
