import type { Extraction } from '../../model/extraction.ts'
import type { Instant } from '../../model/identifiers.ts'
import { detectLanguage } from '../language.ts'
import { type Claims, claimsIn } from '../metadata/claims.ts'
import { aboveHeadline } from './above-headline.ts'
import { assembleHtml } from './assemble.ts'
import { captions } from './captions.ts'
import { choose, isCertain } from './choose.ts'
import { dataTablesOf } from './data-tables.ts'
import { publication } from './dates.ts'
import { deck } from './deck.ts'
import { densityLines } from './density.ts'
import type { HtmlDraft, HtmlStep } from './draft.ts'
import { ending } from './ending.ts'
import { headline } from './headline.ts'
import { interruptions } from './interruptions.ts'
import { type Head, readHead } from './page/head.ts'
import type { Page } from './page/page.ts'
import { readPage } from './page/read-page.ts'
import { people } from './people.ts'
import { asideElements } from './regions.ts'
import type { HtmlSource } from './source.ts'
import { statedLines } from './stated-body.ts'
import type { HtmlTools, LineSet } from './tools.ts'
import { withWholeBlocks } from './whole-blocks.ts'

/** The order in which a chosen article is cleaned and read. */
const STEPS: readonly HtmlStep[] = [
  headline,
  aboveHeadline,
  publication,
  people,
  deck,
  captions,
  interruptions,
  ending,
]

/** Of a document that is all article nothing is set aside. */
const STEPS_OF_ALL = STEPS.filter(step => step !== interruptions)

export interface HtmlContext {
  /** When the page was clipped; nothing is published later. */
  readonly clippedAt: Instant
  readonly tools: HtmlTools
}

/**
 * Reads an article from a saved page or a fragment of one. Nothing is lost: each line that the page shows is in
 * the body, backs a field or is set aside, verbatim. Nothing is invented: what the page does not state is absent
 * or `not-stated`. Total: any text yields an extraction.
 */
export function extractHtml(source: HtmlSource, { clippedAt, tools }: HtmlContext): Extraction {
  const page = readPage(source.html)
  const head = readHead(page)
  const claims = claimsIn(head)
  const aside = asideElements(page)
  const isAll = source.extent === 'article'
  const lines = isAll
    ? new Set(page.lines.filter(({ isHidden }) => !isHidden).map(({ index }) => index))
    : articleOf(page, head, claims, aside, tools)
  const { body, tables } = withWholeBlocks(page, lines, dataTablesOf(page), aside)
  const text = page.lines
    .filter(line => body.has(line.index))
    .map(line => line.text)
    .join('\n')
  const draft: HtmlDraft = {
    page,
    head,
    claims,
    url: source.savedFrom ?? claims.urls[0]?.value,
    start: startOf(page, body),
    clippedAtMs: Date.parse(source.savedAt ?? clippedAt),
    language: detectLanguage(text),
    aside,
    body,
    tables,
    captions: new Map(),
    fates: new Map(),
    title: '',
    titleAt: -1,
    bylines: [],
    sources: [],
    editors: [],
    published: 'not-stated',
    statements: {},
  }
  return assembleHtml(
    (isAll ? STEPS_OF_ALL : STEPS).reduce((current, step) => step.run(current), draft),
    address => tools.resolveUrl(address, source.base ?? head.base ?? source.savedFrom ?? head.canonical),
  )
}

/** The lines of the article: what extractors agree on. Readability is asked unless the page's own statement confirms ours. */
function articleOf(
  page: Page,
  head: Head,
  claims: Claims,
  aside: ReadonlySet<number>,
  tools: HtmlTools,
): LineSet {
  const title = claims.titles[0]?.value ?? head.title
  const density = densityLines(page, aside, head.title)
  const stated = statedLines(page, claims.articles)
  const candidates = {
    density,
    stated,
    readability: isCertain(page, density, stated) ? stated : tools.readability(page),
    defuddle: () => tools.defuddle(page),
    title,
  }
  return choose(page, candidates, aside)
}

/** The first line of the article that is a sentence beyond doubt, not a heading or a label. */
function startOf({ lines }: Page, body: LineSet): number {
  const own = lines.filter(line => body.has(line.index))
  return (own.find(line => line.measure.isProse && line.measure.units >= 24) ?? own[0])?.index ?? -1
}
