import { isByline } from '../byline.ts'
import { creditsIn } from '../credit-labels.ts'
import { inlineRelated, isFurniture, isInsert, isOtherHeading, listHeadingKind } from '../phrases.ts'
import type { AsideReason } from './aside.ts'
import { type HtmlDraft, type HtmlStep, setAside } from './draft.ts'
import type { PageLine } from './page/page.ts'

const NAME = 'interruptions'
/** A short line that stands on the page so often is a button, however it reads. */
const OFTEN = 3
const OFTEN_UNITS = 12
const REPEAT_UNITS = 16
/** Words farther apart than this many lines are said again, not shown twice. */
const REPEAT_LINES = 8
const INSERT_UNITS = 120
const INSERT_UNITS_CJK = 60
/** A line that is one link, as long as a headline, announces another page. */
const LINK_UNITS = 12

const MORE =
  /^(?:[>▶►●•→»]\s*)?(?:read|also|see|watch|more|related|listen|learn|must[- ]read|recommended|don['’]t miss|in pictures|in case you missed it|click here|lesen sie|mehr zum|lire|à (?:lire|découvrir)|leer|ver también|leggi|lees|læs|les også|läs|czytaj|zobacz)\b.{0,12}?(?:[:：|»>]|\bmore\b|aussi\b)/iu

/** Capitals throughout are how some papers write links between their paragraphs. */
const isShouted = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)

function reasonOf(line: PageLine, isOften: boolean, title: string): AsideReason | undefined {
  const { text, measure, linked } = line
  if (isFurniture(text)) return 'furniture'
  if (inlineRelated(text) !== undefined && !/。$/u.test(text)) return 'related'
  if (linked > 0.5 && MORE.test(text)) return 'related'
  if (linked > 0.9 && measure.units >= 6 && isShouted(text)) return 'related'
  if (linked > 0.9 && measure.units >= LINK_UNITS && !/^https?:|^www\./u.test(text)) return 'related'
  if (isInsert(text) && measure.units <= (measure.cjk > 0.4 ? INSERT_UNITS_CJK : INSERT_UNITS))
    return 'furniture'
  if (isOften && measure.units <= OFTEN_UNITS && !measure.isProse) return 'repeat'
  if (listHeadingKind(text) !== undefined || isOtherHeading(text)) return 'list-heading'
  return text === title ? 'repeat' : undefined
}

const BYLINE_UNITS = 50
/** A summary may stand above them. */
const HEADER_LINES = 6

/** A byline or a date above the text whose fields were read from elsewhere. Chinese papers print theirs with the text. */
function isHeader({ start, language }: HtmlDraft, line: PageLine): boolean {
  if (line.index > start + HEADER_LINES || line.measure.cjk > 0.4 || line.measure.units > BYLINE_UNITS)
    return false
  return isByline(line.text) || creditsIn(line.text, language).isWhole
}

/** Words that stand alone between paragraphs again and again: `Article content`, `Advertisement`. */
function oftenBetween({ page, body }: HtmlDraft): ReadonlySet<string> {
  const lines = page.lines.filter(line => body.has(line.index))
  const counts = new Map<string, { all: number; between: number }>()
  for (const [at, { text }] of lines.entries()) {
    const count = counts.get(text) ?? { all: 0, between: 0 }
    const isBetween = lines[at - 1]?.measure.isProse === true && lines[at + 1]?.measure.isProse === true
    counts.set(text, { all: count.all + 1, between: count.between + Number(isBetween) })
  }
  return new Set(
    [...counts].flatMap(([text, { all, between }]) => (all >= OFTEN && between * 2 >= all ? [text] : [])),
  )
}

/** What interrupts the text: buttons, sign-up requests, `Read more: …`, lines that stand there twice. */
export const interruptions: HtmlStep = {
  name: NAME,
  run(draft: HtmlDraft): HtmlDraft {
    const often = oftenBetween(draft)
    const found = new Map<number, { reason: AsideReason }>()
    const seen = new Map<string, number>()
    const shown = new Set(
      draft.page.lines.filter(line => draft.captions.has(line.index)).map(line => line.text),
    )
    let at = 0
    for (const line of draft.page.lines) {
      if (!draft.body.has(line.index) || draft.captions.has(line.index)) continue
      const reason = reasonOf(line, often.has(line.text), draft.title)
      const before = seen.get(line.text)
      const isRepeat =
        line.measure.cjk < 0.4 &&
        before !== undefined &&
        at - before <= REPEAT_LINES &&
        line.measure.units >= REPEAT_UNITS
      seen.set(line.text, at)
      at += 1
      if (reason !== undefined) found.set(line.index, { reason })
      else if (isHeader(draft, line)) found.set(line.index, { reason: 'furniture' })
      else if (isRepeat || shown.has(line.text)) found.set(line.index, { reason: 'repeat' })
    }
    return setAside(draft, NAME, found)
  },
}
