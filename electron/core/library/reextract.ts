import { paragraph } from '../body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../body/excerpt.ts'
import { figuresOf } from '../body/figures.ts'
import { insertBlock } from '../body/place.ts'
import { lengthOf, textOf } from '../body/text.ts'
import { happenedIn } from '../dates/happened.ts'
import type { Article, Field, SetAside } from '../model/article.ts'
import type { Block, Body } from '../model/body.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Origin } from '../model/stated.ts'
import { type Change, putClipping } from './change.ts'
import { datesOf } from './date-corrections.ts'
import { reanchored } from './reanchor.ts'
import type { LibraryState } from './state.ts'

/** A clipping with its article, and the article as it was first read, which tells what the user did to it since. */
export interface Before {
  readonly clipping: Clipping
  readonly article: Article
  readonly first: Article
}

/** The fields that reading anew may give another value. */
const REREAD = ['title', 'bylines', 'sources', 'editors', 'published'] as const satisfies Field[]
export type RereadField = (typeof REREAD)[number]

/** What a clipping becomes; everything else of it stays. */
export type Reread = Pick<
  Clipping,
  RereadField | 'happened' | 'source' | 'reportedBy' | 'language' | 'url' | 'excerpt' | 'length'
>

/** What the user typed, and what is not in the original that is read: its container or the clipboard stated it. */
const KEPT: ReadonlySet<Origin> = new Set(['user', 'file', 'clipboard'])

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * What reading the original anew makes of a clipping and its article. What the user changed stays: fields that were
 * typed or emptied, blocks that were set aside or restored, highlights and corrected dates, which are anchored anew by
 * their words, and pictures that the original alone does not hold.
 */
export function reextracted(
  before: Before,
  { clipping: read, article: reading }: Extraction,
): { readonly reread: Reread; readonly article: Article } {
  const { clipping, article } = before
  const fields = REREAD.filter(field => !isKept(before, field, reading))
  const takes = (field: RereadField): boolean => fields.includes(field)
  const sources = takes('sources') ? read.sources : clipping.sources
  const source = takes('sources') ? read.source : clipping.source
  const url = clipping.url ?? read.url
  const published = takes('published') ? read.published : clipping.published
  const arranged = rearranged(before, reading)
  const body = withPictures(arranged.body, article.body)
  const text = textOf(body)
  const dateCorrections = reanchored(article.dateCorrections ?? [], text)
  const datesInText = datesOf(body, { published, language: read.language }, dateCorrections)
  const highlights = reanchored(article.highlights ?? [], text)
  const reread: Reread = {
    title: takes('title') ? read.title : clipping.title,
    bylines: takes('bylines') ? read.bylines : clipping.bylines,
    editors: takes('editors') ? read.editors : clipping.editors,
    sources,
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    published,
    happened: happenedIn(datesInText, published),
    reportedBy: read.reportedBy,
    language: read.language,
    excerpt: excerptOf(body, EXCERPT_LENGTH),
    length: lengthOf(body),
  }
  return {
    reread,
    article: {
      ...reading,
      id: article.id,
      revision: article.revision,
      body,
      figures: figuresOf(body),
      setAside: arranged.setAside,
      statements: statementsOf(article, reading, fields),
      datesInText,
      ...(highlights.length > 0 && { highlights }),
      ...(dateCorrections.length > 0 && { dateCorrections }),
    },
  }
}

function isKept(
  { clipping, article, first }: Before,
  field: RereadField,
  reading: Extraction['article'],
): boolean {
  const statement = article.statements[field]
  const origin =
    field === 'published' && typeof clipping.published === 'object'
      ? clipping.published.origin
      : statement?.origin
  if (origin !== undefined) return KEPT.has(origin) && reading.statements[field]?.origin !== origin
  // Emptied by the user: it was read once, and is not stated now, though nothing was read anew in between.
  const isSameReading = first.extractorVersion === article.extractorVersion
  return isSameReading && first.statements[field] !== undefined && statement === undefined
}

function statementsOf(
  { statements: old }: Article,
  { statements: read }: Extraction['article'],
  fields: readonly RereadField[],
): Article['statements'] {
  const statements = { ...read }
  for (const field of REREAD) {
    if (fields.includes(field)) continue
    const kept = old[field]
    if (kept === undefined) delete statements[field]
    else statements[field] = kept
  }
  return statements
}

interface Arranged {
  readonly body: Body
  readonly setAside: SetAside[]
}

/** The new body with what the user set aside left out again, and what the user restored put back. */
function rearranged({ article, first }: Before, reading: Extraction['article']): Arranged {
  const byUser = article.setAside.filter(({ reason }) => reason === 'user')
  const unwanted = new Map(byUser.map(aside => [plain(aside.text), aside]))
  const inBody = new Set(article.body.children.map(block => plain(textOf(block))))
  const restored = new Set(first.setAside.map(({ text }) => plain(text)).filter(text => inBody.has(text)))
  let body: Body = reading.body
  const setAside: SetAside[] = []
  for (const aside of reading.setAside) {
    if (!restored.has(plain(aside.text))) setAside.push(aside)
    else body = insertBlock(body, aside.block ?? paragraph(aside.order, aside.text))
  }
  const found = new Map<string, Block>()
  const children = body.children.filter(block => {
    const text = plain(textOf(block))
    if (text === '' || !unwanted.has(text)) return true
    found.set(text, block)
    return false
  })
  const ids = new Set(setAside.map(({ id }) => id))
  for (const [text, aside] of unwanted) {
    const block = found.get(text)
    // One that extraction itself sets aside by now is there already.
    if (block === undefined && setAside.some(other => plain(other.text) === text)) continue
    const id = ids.has(aside.id) ? `${aside.id}-kept` : aside.id
    ids.add(id)
    setAside.push({ ...aside, id, ...(block !== undefined && { block, order: block.properties.dataOrder }) })
  }
  return { body: { ...body, children }, setAside: setAside.sort((a, b) => a.order - b.order) }
}

const assetOf = (block: Block): string | undefined =>
  block.tagName === 'figure'
    ? block.children.find(child => child.tagName === 'img')?.properties.dataAsset
    : undefined

/** Pictures that came in files beside the original are not read anew: they stay where they stood. */
function withPictures(body: Body, old: Body): Body {
  const shown = new Set(body.children.map(assetOf))
  let illustrated = body
  for (const figure of old.children) {
    const asset = assetOf(figure)
    if (asset !== undefined && !shown.has(asset)) illustrated = withPicture(illustrated, figure)
  }
  return illustrated
}

/** The picture takes the place of the figure with its words that has none, or else the place where it stood. */
function withPicture(body: Body, picture: Block): Body {
  const caption = plain(textOf(picture))
  const bare = body.children.find(
    block => block.tagName === 'figure' && assetOf(block) === undefined && plain(textOf(block)) === caption,
  )
  if (bare === undefined || caption === '') return insertBlock(body, picture)
  const { dataOrder } = bare.properties
  const children = body.children.filter(block => block !== bare)
  return insertBlock({ ...body, children }, withOrder(picture, dataOrder))
}

const withOrder = (block: Block, dataOrder: number): Block => ({ ...block, properties: { dataOrder } })

/** A clipping that was read anew, and the revision of its article that is on disk by then. */
export interface Rewritten {
  readonly id: string
  /** The revision that was read; where the clipping names another by now, it was changed meanwhile and stays. */
  readonly from: number
  readonly to: number
  readonly reread: Reread
  readonly assets: Clipping['assets']
}

/** Gives the clippings what was read anew, as one change; undefined where none is left as it was. */
export function planReextract(
  state: LibraryState,
  rewritten: readonly Rewritten[],
  at: string,
): Change | undefined {
  const ops = rewritten.flatMap(({ id, from, to, reread, assets }) => {
    const clipping = state.clippings.get(id)
    if (clipping?.articleRevision !== from) return []
    const { source: _, ...rest } = clipping
    const after = { ...rest, ...reread, articleRevision: to, updatedAt: at }
    return [putClipping({ ...after, ...(assets !== undefined && { assets }) })]
  })
  return ops.length === 0 ? undefined : { label: { kind: 'reextract', count: ops.length }, ops }
}
