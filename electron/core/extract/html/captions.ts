import { pictureCreditIn } from '../picture-credit.ts'
import type { HtmlDraft, HtmlStep } from './draft.ts'
import type { Page, PageElement, PageLine } from './page/page.ts'
import { around } from './page/walk.ts'

const CAPTION_HINTS =
  /(?:^|[\s_-])(?:captions?|(?:img|image|photo|picture|media|video|figure|gallery|slide)[_-]?(?:captions?|credits?|legend|desc|copyright|byline|text)|photo-?credits?|wp-caption-text|cutline|bildunterschrift|tushuo|pictext|imgtext|photographer|(?:image|photo|media)-?attribution)(?:$|[\s_-]|__)/u
/** A figure that holds more than this is a box of text. */
const LONGEST = 170
const LONGEST_BARE = 60

/** How English captions begin that no markup tells from the text. */
const MARKED = /^(?:pictured\b|file (?:photo|-)|file photo:|\(?photo(?:graph)?s?(?: by|:))/iu

/** So much text is a caption only where its element holds a picture beside it. */
const LONGEST_HINTED = 40

function hasPicture(page: Page, element: PageElement): boolean {
  const parent = page.elements[element.parent] ?? element
  return (
    parent.endLine - parent.firstLine <= 4 &&
    page.pictures.some(({ beforeLine }) => beforeLine >= parent.firstLine && beforeLine <= parent.endLine)
  )
}

/** The figure that a line belongs to as the markup says: its element's index; -1 for none. */
function figureOf(page: Page, line: PageLine): number {
  let steps = 0
  let hinted = -1
  for (const element of around(page, line.element)) {
    if (element.tag === 'figure') return element.index
    if (element.tag === 'figcaption') hinted = element.index
    else if (
      steps < 3 &&
      CAPTION_HINTS.test(element.hints) &&
      (line.measure.units <= LONGEST_HINTED || hasPicture(page, element))
    )
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

/** `belowPictures` has the lines that follow a picture. */
function captionKey(page: Page, line: PageLine, belowPictures: ReadonlySet<number>): number | undefined {
  if (line.measure.units > LONGEST) return undefined
  const figure = figureOf(page, line)
  if (figure !== -1) {
    const element = page.elements[figure]
    const lines = element === undefined ? [] : page.lines.slice(element.firstLine, element.endLine)
    const isBox = lines.reduce((sum, each) => sum + each.measure.units, 0) > LONGEST * 2
    return isBox ? undefined : figure
  }
  if (isCaptionSpan(page, line)) return line.element
  // Chinese papers print captions as paragraphs of the text: without markup they stay in it.
  if (line.measure.cjk > 0.4 || line.measure.units > LONGEST_BARE) return undefined
  const credit = pictureCreditIn(line.raw)
  const isBelow = belowPictures.has(line.index)
  const isCredit = credit !== undefined && ((credit.caption === null && line.measure.units <= 24) || isBelow)
  return MARKED.test(line.text) || isCredit ? line.element : undefined
}

/** Captions and credits of pictures, as the markup or their words say. Lines of one figure have one key. */
export const captions: HtmlStep = {
  name: 'captions',
  run(draft: HtmlDraft): HtmlDraft {
    const found = new Map(draft.captions)
    const belowPictures = new Set(draft.page.pictures.map(({ beforeLine }) => beforeLine))
    for (const index of draft.body) {
      const line = draft.page.lines[index]
      const key =
        line === undefined || draft.tables.has(index)
          ? undefined
          : captionKey(draft.page, line, belowPictures)
      if (key !== undefined) found.set(index, key)
    }
    return found.size === draft.captions.size ? draft : { ...draft, captions: found }
  },
}
