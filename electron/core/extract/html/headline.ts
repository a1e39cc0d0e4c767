import type { Field } from '../../model/article.ts'
import type { Claim } from '../metadata/claims.ts'
import { isFurniture, isOtherHeading, listHeadingKind, withoutListMark } from '../phrases.ts'
import { backing, type HtmlDraft, type HtmlStep } from './draft.ts'
import type { Page, PageElement, PageLine } from './page/page.ts'

/** Words in a row that may be the headline as the page shows it. */
interface Shown {
  readonly text: string
  readonly lines: readonly PageLine[]
  readonly rank: number
  readonly isFirstHeading: boolean
}

export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]+/gu, '')

const SEPARATOR =
  /\s*[_|｜]\s*|：(?=[^：]{2,16}$)|\s+[-–—·»›•:]+\s+|(?<=\p{Script=Han}[”’）)》！？!?」』]?)\s*(?:--?|—{1,2}|–)\s*(?=[\p{Script=Han}A-Z])/u
const HINTS = /(?:^|[\s_-])(?:head-?lines?|titles?|biaoti|entry-?title|article-?title|h1)(?=$|[\s_-])/u

/** A claimed title and what is left of it when parts are cut off its end or its start. */
function shortenings(title: string): string[] {
  const parts = title.split(SEPARATOR)
  const found = [title]
  let rest = title
  for (let size = parts.length - 1; size > 0; size -= 1) {
    const last = parts[size] ?? ''
    rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s_|｜\-–—·»›•:：]+$/u, '')
    if (rest !== '') found.push(rest)
  }
  const first = parts[0] ?? ''
  if (parts.length > 1)
    found.push(title.slice(title.indexOf(first) + first.length).replace(/^[\s_|｜\-–—·»›•:]+/u, ''))
  return found
}

function shownIn({ elements, lines }: Page): Shown[] {
  const found: Shown[] = []
  const taken = new Set<number>()
  const add = (element: PageElement, rank: number): void => {
    const own = lines.slice(element.firstLine, element.endLine).filter(line => !line.isHidden)
    if (own.length === 0 || own.length > 4) return
    found.push({
      text: own.map(line => line.text).join(' '),
      lines: own,
      rank,
      isFirstHeading: element.tag === 'h1',
    })
    if (own.length === 1) for (const line of own) taken.add(line.index)
  }
  for (const element of elements) {
    if (element.tag === 'h1') add(element, 5)
    else if (element.tag === 'h2') add(element, 2)
    else if (element.tag === 'h3') add(element, 1)
    else if (HINTS.test(element.hints) && element.endLine - element.firstLine <= 2) add(element, 2)
  }
  for (const line of lines)
    if (!line.isHidden && !taken.has(line.index))
      found.push({ text: line.text, lines: [line], rank: 0, isFirstHeading: false })
  return found
}

function isPossible(text: string, units: number): boolean {
  if (text.length < 2 || text.length > 260 || units > 130) return false
  return !isFurniture(text) && listHeadingKind(text) === undefined && !isOtherHeading(text)
}

function scoreOf(
  draft: HtmlDraft,
  shown: Shown,
  claimed: ReadonlyMap<string, number>,
  aside: ReadonlySet<number>,
): number {
  const [line] = shown.lines
  if (line === undefined || !isPossible(shown.text, line.measure.units)) return Number.NEGATIVE_INFINITY
  const key = comparable(shown.text)
  if (key.length < 2) return Number.NEGATIVE_INFINITY
  let score = shown.rank + (claimed.get(key) ?? 0)
  const start = draft.start
  if (start !== -1) {
    const above = start - line.index
    score += above >= 0 ? Math.max(0, 4 - above * 0.05) : -Math.min(4, 1 - above * 0.2)
  }
  if (aside.has(line.element)) score -= 4
  if (line.linked > 0.5) score -= 3
  if (key.length < 6) score -= 2
  return score
}

/** How much each claimed title speaks for words on the page: whole, or without parts at its ends. */
function claimedKeys(titles: readonly Claim[]): Map<string, number> {
  const keys = new Map<string, number>()
  for (const { value } of titles) {
    for (const [at, text] of shortenings(value).entries()) {
      const key = comparable(text)
      if (key.length < 3) continue
      keys.set(key, Math.max(keys.get(key) ?? 0, at === 0 ? 8 : 7 + Math.min(0.9, key.length / 60)))
    }
  }
  return keys
}

/** The claim without the name of the site or its section, where other statements show what that is. */
function bare(title: string, sites: readonly string[], all: readonly Claim[]): string {
  const others = new Set(all.map(claim => comparable(claim.value)))
  const names = new Set(sites.map(comparable))
  const found = shortenings(title)
  const whole = found[0] ?? title
  for (const text of found.slice(1)) if (others.has(comparable(text))) return text
  const parts = whole.split(SEPARATOR)
  const last = comparable(parts.at(-1) ?? '')
  if (
    parts.length > 1 &&
    (names.has(last) ||
      [...names].some(name => name.length > 3 && (last.includes(name) || name.includes(last))))
  )
    return found[1] ?? whole
  if (!/\p{Script=Han}/u.test(whole)) return whole
  if (/[_|｜]/u.test(whole)) return parts[0] ?? whole
  const short = parts.length > 1 && OUTLET_PART.test(parts.at(-1) ?? '') ? (found[1] ?? whole) : whole
  return short.replace(OUTLET_TAIL, '')
}

/** What a Chinese site appends to its titles: its own name or a section's, short. */
const OUTLET_PART = /^《?[\p{Script=Han}A-Za-z0-9]{2,6}》?$/u
const OUTLET_TAIL =
  /(?:[,，\s-]+《?[\p{Script=Han}A-Za-z0-9]{1,8}(?:网|網|频道|頻道|快讯|快訊|新闻|新聞|在线|日报|日報|晚报|晚報)》?)+$/u

/**
 * The headline: the words on the page that its claimed titles agree with, a first heading before any other, near
 * the text. Where the page shows none, the claimed title without the site's name.
 */
export const headline: HtmlStep = {
  name: 'headline',
  run(draft: HtmlDraft): HtmlDraft {
    const { page, claims, aside } = draft
    const claimed = claimedKeys(claims.titles)
    let best: { shown: Shown; score: number } | undefined
    for (const shown of shownIn(page)) {
      const score = scoreOf(draft, shown, claimed, aside)
      if (score > (best?.score ?? 6.5)) best = { shown, score }
    }
    const preferred = publisherTitle(draft, best?.shown)
    if (best === undefined && preferred === undefined) return draft
    const shown = best?.shown.lines ?? []
    const evidence = [
      ...shown.map(line => line.raw),
      ...(preferred === undefined ? [] : [preferred.claim.value]),
    ]
    return {
      ...backing(
        draft,
        shown.map(line => line.index),
        ['title'] satisfies Field[],
      ),
      title: preferred?.title ?? shownTitle(best?.shown.text ?? ''),
      titleAt: shown[0]?.index ?? -1,
      statements: {
        ...draft.statements,
        title: {
          origin: preferred?.claim.origin ?? 'text',
          evidence: evidence.join('\n'),
          confidence: best === undefined ? 0.75 : best.score > 10 ? 0.98 : 0.85,
        },
      },
    }
  },
}

/** The headline as shown, without marks of lists and without the site's name that some templates append. */
const shownTitle = (text: string): string => {
  const plain = withoutListMark(text).trimEnd()
  return /\p{Script=Han}/u.test(plain)
    ? plain.replace(
        /[\s-]*-\s*《[^《》]{2,10}》$|(?<=\S)\s*[,，_-]\s?[\p{Script=Han}]{1,6}(?:网|網|在线)$/u,
        '',
      )
    : plain
}

/** Overlapping pairs of letters, for telling a re-worded headline from another page's. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> => {
    const key = comparable(text)
    return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)))
  }
  const [first, second] = [pairs(a), pairs(b)]
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared += 1
  return shared / Math.max(1, Math.min(first.size, second.size))
}

/** The same headline, perhaps with a site's name or a section before or after it. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [first, second] = [comparable(a), comparable(b)]
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  return short === long || (short.length >= 8 && (long.startsWith(short) || long.endsWith(short)))
}

/**
 * Which of the titles that a publisher states is the one to cite: the one given for sharing (`og:title`), because
 * it is written by hand where it differs from the shown one; but not where Twitter's card has it too, so that it is
 * the house's for networks, and JSON-LD has the shown one or the window's. A JSON-LD headline that differs from all
 * others is taken because only a hand writes it. Undefined where the page shows a third one under a first heading.
 */
function citedClaim(shown: Shown | undefined, find: (name: string) => Claim | undefined): Claim | undefined {
  const [og, stated, card, window] = [
    find('og:title'),
    find('headline'),
    find('twitter:title'),
    find('title'),
  ]
  if (og === undefined) return stated ?? card
  if (stated === undefined || isSame(og.value, stated.value)) return og
  const isCard = isSame(card?.value, og.value)
  if (isSame(og.value, shown?.text)) return isCard && isSame(window?.value, og.value) ? stated : og
  if (isSame(stated.value, shown?.text)) return isCard ? stated : og
  if (shown === undefined) return isSame(window?.value, og.value) ? stated : og
  if (isCard) return isSame(window?.value, stated.value) ? stated : og
  const isThird = shown.isFirstHeading && likeness(shown.text, stated.value) > ALIKE
  return isThird ? undefined : og
}

/** Headlines of one article share so much, however they are worded. */
const ALIKE = 0.35
const KICKER = /^(?<kicker>.{3,60}?)(?:\s*[:：]\s+|\s+[-–—|]\s+)(?<rest>.{15,})$/u

/** The headline behind kickers that two statements put before it, where each has another. */
function withoutKicker(title: string, shown: string | undefined): string {
  const [own, other] = [KICKER.exec(title)?.groups, KICKER.exec(shown ?? '')?.groups]
  if (own === undefined || other === undefined) return title
  const isSameRest = comparable(own['rest'] ?? '') === comparable(other['rest'] ?? '')
  const isOtherKicker = likeness(own['kicker'] ?? '', other['kicker'] ?? '') < ALIKE
  return isSameRest && isOtherKicker ? (own['rest'] ?? title) : title
}

/**
 * The publisher's title without the site's name. Chinese portals fill theirs in by template, so there the headline
 * that the page shows decides; so it does where the claim is about something else.
 */
function publisherTitle(
  { claims, language }: HtmlDraft,
  found: Shown | undefined,
): { title: string; claim: Claim } | undefined {
  const shown = found?.text
  const sites = claims.sites.map(site => site.value)
  const find = (name: string): Claim | undefined =>
    claims.titles.find(
      claim => claim.name === name && (name !== 'title' || claim.value === claims.windowTitle),
    )
  const window = find('title')
  if (shown !== undefined && language.startsWith('zh')) return undefined
  const known =
    shown === undefined
      ? claims.titles
      : [...claims.titles, { value: shown, origin: 'text' as const, name: 'shown' }]
  const claim = citedClaim(found, find)
  if (claim !== undefined) {
    const title = withoutKicker(bare(claim.value, sites, known), shown)
    const others = [shown, window?.value].filter(text => text !== undefined)
    if (
      title !== '' &&
      (others.length === 0 ||
        others.some(other => likeness(title, other) > ALIKE) ||
        (claim.origin === 'jsonld' && claims.articles.length === 1))
    )
      return { title, claim }
  }
  if (shown !== undefined || window === undefined) return undefined
  return { title: bare(window.value, sites, claims.titles), claim: window }
}
