import { allMatches } from '../all-matches.ts'
import { findStamps } from '../dates/stamp.ts'
import { creditsIn } from './credit-labels.ts'
import type { Draft, Line } from './draft.ts'
import { inlineRelated, isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'
import { pictureCreditIn } from './picture-credit.ts'

const BODY_SAMPLE = 4_000
/** `（原标题：…）`: how another outlet headed the same text. */
const ORIGINAL_TITLE = /^[（(【[]?原(?:标题|標題|题|題)[:：]/u
const BY = /^(?:by|von|par|por|di|door)\s/iu
/** `Published 15 hours ago`, `3小时前`: when, without a date. */
const AGE =
  /\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago\b|\b(?:vor|il y a|hace) \d+ \p{L}+|\d+\s?(?:分钟|分鐘|小时|小時|天)前/iu
/** `您的位置：首页 > 山东`: where in the site the page is. */
const PLACE = /^(?:您|你)?(?:现在|現在|当前|當前|目前|所在)?的?(?:位置|當前位置)\s?[:：]/u

/** What a trail to the page begins with, a name a line. */
const HOME =
  /^(?:home(?: ?page)?|start(?:seite|sida)?|accueil|inicio|início|strona główna|ana ?sayfa|главная|首页|首頁|主页|主頁|ホーム|トップ|홈)$/iu
const MOST_OF_TRAIL = 3
const LONGEST_OF_TRAIL = 4
/** Shorter lines are hardly ever headlines. */
const LEAST_OF_HEADLINE = 8

/** What the lines above the text are compared with. */
export interface Page {
  readonly lines: readonly Line[]
  /** Index of the first paragraph. */
  readonly start: number
  /** Index of the first line of running text, which can be a headline that passes for prose. */
  readonly mainAt: number
  /** How often the text has each of its terms. */
  readonly terms: ReadonlyMap<string, number>
  /** Lines by their words: how often each stands on the page. */
  readonly counts: ReadonlyMap<string, number>
  readonly isDated: (index: number) => boolean
  /** A line that could be a headline by itself. */
  readonly isPossible: (index: number) => boolean
  /** Possible, of a headline's length, without a sentence's end. */
  readonly isHeadlineLike: (index: number) => boolean
}

const RUN = /\p{Script=Han}+|[\p{L}\p{N}]{3,}/gu

/** Overlapping pairs of CJK characters and words of other scripts: what a headline shares with its article. */
function* termsIn(text: string): Generator<string> {
  for (const [run] of allMatches(text.toLowerCase(), RUN)) {
    if (!/\p{Script=Han}/u.test(run)) yield run
    else for (let at = 0; at + 1 < run.length; at += 1) yield run.slice(at, at + 2)
  }
}

function counted(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

const SENTENCES_UNITS = 30
const isSentences = (text: string, units: number): boolean =>
  units >= SENTENCES_UNITS && /\p{Ll}\.\s+\p{Lu}.*[.!?]["”’»)]*$/u.test(text)

/** Words of a picture with its maker, or the maker alone. Chinese headlines may end in the same words: `…免费提供`. */
const isOfPicture = (text: string): boolean => pictureCreditIn(text) !== undefined
/** `… on the stairs in 2019. Ann B. Lee`: a caption whose maker is a name alone. */
const NAMED_MAKER = /[\p{Ll}\d][.!?]["”’)]*(?: \p{Lu}[\p{L}'’-]*\.?){2,4}$/u

/** Not a button, a heading of a list, a byline or a date. */
function isPossibleLine({ text, measure }: Line, language: string): boolean {
  if (measure.units < 3 || measure.units > 90 || text.length > 240) return false
  if (isFurniture(text) || listHeadingKind(text) !== undefined || isOtherHeading(text)) return false
  if (creditsIn(text, language).isWhole || /^by\s/i.test(text)) return false
  if (!language.startsWith('zh') && (isOfPicture(text) || isSentences(text, measure.units))) return false
  if (PLACE.test(text) || isInsert(text) || ORIGINAL_TITLE.test(text) || inlineRelated(text) !== undefined)
    return false
  return findStamps(text, language).every(
    stamp => !stamp.hasTime && (stamp.end - stamp.start) * 2 <= text.length,
  )
}

/** Looks at each line once, and only when a sign asks for it. */
function kept(of: (index: number) => boolean): (index: number) => boolean {
  const known = new Map<number, boolean>()
  return index => {
    const value = known.get(index) ?? of(index)
    known.set(index, value)
    return value
  }
}

export function pageOf({ lines, main, language }: Draft, start: number): Page {
  const sample = lines
    .slice(start, main.last + 1)
    .map(line => line.text.slice(0, BODY_SAMPLE))
    .join('\n')
  const isPossible = kept(index => {
    const line = lines[index]
    return line !== undefined && isPossibleLine(line, language)
  })
  return {
    lines,
    start,
    mainAt: main.first,
    terms: counted(termsIn(sample.slice(0, BODY_SAMPLE))),
    counts: counted(lines.map(({ text }) => text)),
    isDated: kept(index => {
      const text = lines[index]?.text ?? ''
      if (text.length > 160 || findStamps(text, language).length === 0) return false
      /** The day in a caption is the picture's. */
      return typeof pictureCreditIn(text)?.caption !== 'string'
    }),
    isPossible,
    isHeadlineLike(index) {
      const line = lines[index]
      if (line === undefined || line.measure.units < 9 || line.measure.units > 60) return false
      return isPossible(index) && !/[。.;；:：,，]$/u.test(line.text)
    },
  }
}

/** A sign that a line is the headline (a positive weight) or is not: `of` measures it, mostly from 0 to 1. */
interface Sign {
  readonly weight: number
  readonly of: (line: Line, index: number, page: Page) => number
}

const MOST_SHARED = 6
const isBareCredit = (line: Line | undefined): boolean =>
  line !== undefined && pictureCreditIn(line.text)?.caption === null

/** Signs that a line is a caption: a maker in the next line, here or where the same words stand too; its end. */
function captionSigns(line: Line, index: number, { lines, counts }: Page): number {
  if (isBareCredit(lines[index + 1]) || NAMED_MAKER.test(line.text)) return 1
  if ((counts.get(line.text) ?? 0) < 2) return 0
  const isCaptionThere = lines.some(({ text }, at) => text === line.text && isBareCredit(lines[at + 1]))
  return isCaptionThere ? (isBareCredit(lines[index - 1]) ? 2 : 1) : 0
}
const truth = (value: boolean): number => (value ? 1 : 0)

function countIn(from: number, to: number, holds: (index: number) => boolean): number {
  let count = 0
  for (let index = Math.max(0, from); index <= to; index += 1) if (holds(index)) count += 1
  return count
}

function isWithinAnother({ text, measure }: Line, at: number, { lines, start }: Page): boolean {
  if (measure.units < LEAST_OF_HEADLINE || text.length < 8) return false
  return lines.some(
    (other, index) =>
      index !== at &&
      index < start + 3 &&
      other.text.length > text.length &&
      other.text.length < text.length + 160 &&
      other.text.includes(text),
  )
}

/**
 * The last name of a trail that leads to the page, where its kicker and its headline follow: often another headline, as
 * for search engines. Where no kicker is between them, what follows may as well be the deck.
 */
function endsTrail(index: number, { lines, start, isHeadlineLike }: Page): boolean {
  const unitsAt = (at: number): number => lines[at]?.measure.units ?? Number.POSITIVE_INFINITY
  if (index + 2 >= start || unitsAt(index + 1) >= LEAST_OF_HEADLINE || !isHeadlineLike(index + 2))
    return false
  for (let at = index - 1; at >= index - MOST_OF_TRAIL && unitsAt(at) <= LONGEST_OF_TRAIL; at -= 1)
    if (HOME.test(lines[at]?.text ?? '')) return true
  return false
}

/** Share of the longer words that begin with a capital: menus and names of columns are written so. */
function capitalised(text: string): number {
  const words = text.match(/\p{L}[\p{L}’']{3,}/gu) ?? []
  return words.filter(word => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length)
}

/** How often the text comes back to the words of the line: logarithms, averaged. */
function returns(text: string, { terms }: Page): number {
  const own = [...new Set(termsIn(text))]
  return own.reduce((sum, term) => sum + Math.log2(1 + (terms.get(term) ?? 0)), 0) / Math.max(1, own.length)
}

/**
 * The weights were fitted on real pages in many languages, as a choice of one line a page (conditional logistic
 * regression, five-fold cross-validated, with a penalty that leaves out what tells little): see
 * `tests/bench/fit-headline.ts`. Those of `opens`, `below`, `bylineNext`, `caption` and `trail` were set by hand:
 * too few pages show each of them for a fit.
 */
export const SIGNS: Readonly<Record<string, Sign>> = {
  /** Words that the text has too. */
  shared: {
    weight: 2.89,
    of: ({ text }, _index, { terms }) =>
      Math.min(MOST_SHARED, [...new Set(termsIn(text))].filter(term => terms.has(term)).length) / MOST_SHARED,
  },
  returns: { weight: 1.03, of: ({ text }, _index, page) => returns(text, page) },
  short: { weight: -1.9, of: ({ measure }) => truth(measure.units < LEAST_OF_HEADLINE) },
  long: { weight: -0.38, of: ({ measure }) => truth(measure.units > 35) },
  dateNear: {
    weight: 1.55,
    of: (_line, index, { isDated }) => truth(countIn(index + 1, index + 5, isDated) > 0),
  },
  dateNext: { weight: 0.49, of: (_line, index, { isDated }) => truth(isDated(index + 1)) },
  stated: {
    weight: 2.48,
    of: (_line, index, { lines, isDated, start }) =>
      truth(
        countIn(index + 1, start - 1, at => {
          const { text = '' } = lines[at] ?? {}
          return isDated(at) || BY.test(text) || (text.length <= 80 && AGE.test(text))
        }) > 0,
      ),
  },
  repeated: { weight: 0.29, of: ({ text }, _index, { counts }) => truth((counts.get(text) ?? 0) > 1) },
  /** A share button, a breadcrumb or the window's title has it too, with other words around it. */
  withinAnother: { weight: 1.35, of: (line, index, page) => truth(isWithinAnother(line, index, page)) },
  setApart: { weight: -0.67, of: ({ gap }) => truth(gap) },
  sentence: { weight: -1.67, of: ({ text }) => truth(/[。.;；,，]$/u.test(text)) },
  path: { weight: -0.36, of: ({ text }) => truth(/[>›»/].*[>›»/]/u.test(text)) },
  /** The running text may begin with the headline, where it passes for prose, and not before it. */
  opens: {
    weight: -0.9,
    of: (_line, index, { mainAt, start }) => truth(index === mainAt && index !== start),
  },
  inText: {
    weight: -1.85,
    of: (_line, index, { mainAt, start }) => truth(index > mainAt || index === start),
  },
  below: { weight: -1, of: (_line, index, { start }) => Math.max(0, index - start) / 4 },
  bylineNext: { weight: 0.8, of: (_line, index, { lines }) => truth(BY.test(lines[index + 1]?.text ?? '')) },
  caption: { weight: -1.5, of: captionSigns },
  trail: { weight: -2, of: (_line, index, page) => truth(endsTrail(index, page)) },
  topic: { weight: 0.62, of: ({ text }) => truth(/^.{1,25}[:：]/u.test(text)) },
  capitalised: { weight: -0.88, of: ({ text }) => capitalised(text) },
  first: {
    weight: 0.37,
    of: (_line, index, { isHeadlineLike }) =>
      truth(isHeadlineLike(index) && countIn(index - 6, index - 1, isHeadlineLike) === 0),
  },
  othersBelow: {
    weight: -0.53,
    of: (_line, index, { isHeadlineLike, start }) =>
      Math.min(8, countIn(index + 1, start - 1, isHeadlineLike)) / 4,
  },
  longNext: {
    weight: 0.8,
    of: (_line, index, { lines }) => Math.min(40, lines[index + 1]?.measure.units ?? 0) / 20,
  },
}

/** How much speaks for the line as the headline; only the order of these numbers means something. */
export function headlineScore(index: number, page: Page): number {
  const line = page.lines[index]
  if (line === undefined) return Number.NEGATIVE_INFINITY
  return Object.values(SIGNS).reduce((sum, { weight, of }) => sum + weight * of(line, index, page), 0)
}
