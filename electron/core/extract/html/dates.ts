import { daySpanOf } from '../../model/edtf.ts'
import type { Origin, StatedDate } from '../../model/stated.ts'
import { creditsIn } from '../credit-labels.ts'
import { type DateReading, dateIn, dateInUrl, isBefore } from '../metadata/date-values.ts'
import { backing, type HtmlDraft, type HtmlStep, lastLineOf } from './draft.ts'
import type { PageElement, PageLine } from './page/page.ts'
import { around } from './page/walk.ts'

interface Candidate extends DateReading {
  readonly origin: Origin
  readonly evidence: string
  readonly confidence: number
  /** Line that shows it. */
  readonly line?: number
}

/** How far above and below the headline and the start of the text a date line is looked for. */
const ABOVE = 12
const BELOW = 40
const LONGEST = 200

const PUBLISHED_HINT =
  /publi|post(?:ed)?[_-]?(?:date|time|on)|pub_?(?:date|time)|pubtime|entry-date|article-?(?:date|time)|date-?line|timestamp|byline|fbsj|info|source|time|date/u
const OTHER_HINT = /updat|modif|today|weather|clock|calendar|comment|copyright|live-?time|nowtime|current/u

const hintsAround = (draft: HtmlDraft, index: number): string => {
  let words = ''
  let steps = 0
  for (const element of around(draft.page, index)) {
    words += ` ${element.hints}`
    steps += 1
    if (steps === 3) break
  }
  return words
}

/** `<time>` and `itemprop="datePublished"`: machine-readable dates inside the page. */
function marked(draft: HtmlDraft): Candidate[] {
  const { page, language, titleAt, start } = draft
  const found: Candidate[] = []
  const read = (element: PageElement, value: string | undefined, name: string, confidence: number): void => {
    const reading = value === undefined ? undefined : dateIn(value, language)
    if (reading !== undefined && value !== undefined)
      found.push({
        ...reading,
        origin: 'microdata',
        evidence: `${name} ${value}`,
        confidence,
        line: element.firstLine,
      })
  }
  for (const element of page.elements) {
    const value =
      element.attributes.get('datetime') ??
      element.attributes.get('content') ??
      element.attributes.get('title')
    if (/datepublished|datecreated/u.test(element.attributes.get('itemprop')?.toLowerCase() ?? '')) {
      const shown = page.lines[element.firstLine]?.text
      read(element, value ?? shown, 'datePublished', 0.9)
    } else if (element.tag === 'time') {
      const at = element.firstLine
      const isUpdate = /updat|modif/u.test(
        `${element.hints} ${element.attributes.get('itemprop') ?? ''}`.toLowerCase(),
      )
      const isNear =
        (titleAt !== -1 && Math.abs(at - titleAt) <= 14) || (start !== -1 && at <= start && start - at <= 12)
      if (isNear && !isUpdate)
        read(element, value ?? page.lines[at]?.text, 'time', element.attributes.has('pubdate') ? 0.9 : 0.8)
    }
  }
  return found
}

interface Shown extends Candidate {
  readonly score: number
}

function scoreOf(draft: HtmlDraft, line: PageLine): number {
  const { titleAt, start } = draft
  let score = 0
  if (titleAt !== -1)
    score +=
      line.index > titleAt
        ? 6 - Math.min(20, line.index - titleAt) * 0.25
        : 3 - Math.min(20, titleAt - line.index) * 0.3
  else if (start !== -1) score += line.index <= start ? 5 - Math.min(20, start - line.index) * 0.3 : 1
  const hints = hintsAround(draft, line.element)
  if (PUBLISHED_HINT.test(hints)) score += 1
  if (OTHER_HINT.test(hints)) score -= 3
  if (line.linked > 0.6) score -= 3
  return score
}

/** Dates in lines that state fields, around the headline and where the text starts and ends. */
function shown(draft: HtmlDraft): Shown[] {
  const { page, language, titleAt, start, body } = draft
  const anchor = titleAt === -1 ? start : titleAt
  const last = lastLineOf(body)
  const found: Shown[] = []
  for (const line of page.lines) {
    const isHeader =
      line.index >= anchor - ABOVE &&
      line.index <= Math.max(anchor + BELOW, 0) &&
      (start === -1 || line.index <= start + 3)
    const isTail = line.index > last - 4 && line.index <= last + 8
    if (line.isHidden || line.text.length > LONGEST || !(isHeader || isTail)) continue
    const credits = creditsIn(line.text, language)
    if (credits.stamps.length === 0) continue
    const isLong = !credits.isWhole && line.measure.isProse
    for (const stamp of credits.stamps) {
      const label = credits.credits.find(credit => credit.start <= stamp.start && credit.end >= stamp.end)
      const labelled = label?.role === 'published' ? 5 : label?.role === 'updated' ? -4 : 0
      const score =
        scoreOf(draft, line) +
        labelled +
        (stamp.hasTime ? 2 : 0) -
        (isLong ? 5 : 0) -
        (isHeader ? 0 : 4) -
        (/^\d{4}-\d{2}$/u.test(stamp.edtf) ? 4 : 0)
      found.push({
        edtf: stamp.edtf,
        ...(stamp.zone === undefined ? {} : { zone: stamp.zone }),
        origin: 'text',
        evidence: line.raw,
        confidence: score >= 5 ? 0.95 : 0.75,
        line: line.index,
        score,
      })
    }
  }
  return found.toSorted((a, b) => b.score - a.score)
}

const sameDay = (a: string, b: string): boolean => Math.abs(daySpanOf(a).from - daySpanOf(b).from) <= 1

/** `published at 2005-03-21 11:21:30`: publishing systems note it in a comment of the page. */
const NOTED =
  /(?:published? at|publish(?:ed)?[_ ]?(?:time|date)|pubtime|发布时间|生成时间)\s?[:：=]?\s?["']?(?<date>(?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)/iu

function noted({ head, language }: HtmlDraft): Candidate[] {
  return head.comments.flatMap((comment): Candidate[] => {
    const value = NOTED.exec(comment)?.groups?.['date']
    const reading = value === undefined ? undefined : dateIn(value, language)
    return reading === undefined
      ? []
      : [{ ...reading, origin: 'meta', evidence: comment.trim(), confidence: 0.8 }]
  })
}

/**
 * When the page says it was published. Machine-readable statements (JSON-LD, then meta, then microdata) come
 * first where a date near the headline is of the same day or there is none; else what the page shows beside its
 * headline, then a publishing system's note, then the date in the address. Nothing after the clipping.
 */
function published(draft: HtmlDraft): Candidate | undefined {
  const { claims, language, clippedAtMs, url } = draft
  const isPossible = ({ edtf }: Candidate): boolean => isBefore(edtf, clippedAtMs)
  const stated = claims.published
    .flatMap((claim): Candidate[] => {
      const reading = dateIn(claim.value, language)
      return reading === undefined
        ? []
        : [{ ...reading, origin: claim.origin, evidence: `${claim.name} ${claim.value}`, confidence: 0.9 }]
    })
    .filter(isPossible)
  const inPage = marked(draft).filter(isPossible)
  const visible = shown(draft).filter(isPossible)
  const [best] = visible
  const path = url === undefined ? undefined : dateInUrl(url)
  const machine = [...stated, ...inPage]
  const [first] = machine
  if (first !== undefined) {
    const confirmed = best === undefined ? undefined : machine.find(({ edtf }) => sameDay(edtf, best.edtf))
    if (confirmed !== undefined && best !== undefined) {
      const isFuller = !confirmed.edtf.includes('T') && best.edtf.includes('T')
      return {
        ...(isFuller ? best : confirmed),
        confidence: 0.98,
        ...(best.line === undefined ? {} : { line: best.line }),
      }
    }
    if (first.origin === 'jsonld' || best === undefined || best.score < 7)
      return { ...first, confidence: best === undefined ? 0.9 : 0.8 }
    return { ...best, confidence: 0.7 }
  }
  if (best !== undefined && best.score >= 1) return best
  const [note] = noted(draft).filter(isPossible)
  if (note !== undefined) return note
  if (path !== undefined && url !== undefined && isBefore(path, clippedAtMs))
    return { edtf: path, origin: 'url', evidence: url, confidence: 0.7 }
  return best
}

export const publication: HtmlStep = {
  name: 'publication',
  run(draft: HtmlDraft): HtmlDraft {
    const found = published(draft)
    if (found === undefined) return draft
    const { edtf, zone, origin, evidence, confidence, line } = found
    const date: StatedDate = { edtf, origin, evidence, confidence, ...(zone === undefined ? {} : { zone }) }
    const isOwnLine =
      line !== undefined && creditsIn(draft.page.lines[line]?.text ?? '', draft.language).isWhole
    const decided = isOwnLine ? backing(draft, [line], ['published']) : draft
    return {
      ...decided,
      published: date,
      statements: { ...decided.statements, published: { origin, evidence, confidence } },
    }
  },
}
