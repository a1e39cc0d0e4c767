import { isOnShelf } from '../library/shelf.ts'
import type { Article } from '../model/article.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import { dayKeyOf, daySpanOf } from '../model/edtf.ts'
import type { Feature, QueryClock, State, TextField } from './query.ts'

/** All that a query can ask of one clipping. */
export interface SearchDocument {
  readonly clipping: Clipping
  /** The words of the body, one block a line (`textOf`). */
  readonly text: string
  readonly datesInText: Article['datesInText']
  readonly collections: readonly Pick<Collection, 'id' | 'name'>[]
  /** The day of `clippedAt` where the reader is: `2025-07-19`. */
  readonly clippedOn: string
}

/** The values of each field that words are looked for in. */
export function textValues({
  clipping,
  text,
}: SearchDocument): Readonly<Record<TextField, readonly string[]>> {
  const sources = [...(clipping.source === undefined ? [] : [clipping.source]), ...clipping.sources]
  return {
    title: [clipping.title],
    text: [text],
    note: clipping.note === undefined ? [] : [clipping.note],
    tag: clipping.tags,
    source: [
      ...new Set([
        ...sources.flatMap(({ name, aliasOf }) => (aliasOf === undefined ? [name] : [name, aliasOf])),
        ...clipping.reportedBy.map(({ source }) => source),
      ]),
    ],
    by: [...clipping.bylines, ...clipping.editors],
  }
}

/** First and last day, as numbers of `dayNumber`. */
export type DaySpan = readonly [from: number, to: number]

/** What is known of a clipping beside its words: small enough to hold for every clipping of a library. */
export interface Facts {
  /** BCP 47, lower case. */
  readonly language: string
  readonly host: string
  readonly states: readonly State[]
  readonly features: readonly Feature[]
  readonly days: Readonly<Record<QueryClock, readonly DaySpan[]>>
  readonly clippedAt: string
  /** Month (`2025-07`) or year of publication; `''` where it is not stated. */
  readonly month: string
  readonly source: string
  readonly tags: readonly string[]
  readonly collections: readonly string[]
}

const spanOf = (edtf: string): DaySpan => {
  const { from, to } = daySpanOf(edtf)
  return [from, to]
}

const hostOf = (url: string | undefined): string =>
  /^https?:\/\/(?:[^/?#]*@)?(?<host>[^/:?#]*)/iu.exec(url ?? '')?.groups?.['host']?.toLowerCase() ?? ''

function statesOf(clipping: Clipping): State[] {
  const states: State[] = [clipping.readAt === undefined ? 'unread' : 'read']
  if (clipping.starred) states.push('starred')
  if (isOnShelf(clipping, 'inbox')) states.push('inbox')
  if (clipping.trashedAt !== undefined) states.push('trashed')
  return states
}

function featuresOf(clipping: Clipping): Feature[] {
  const has: Readonly<Record<Feature, boolean>> = {
    note: clipping.note !== undefined && clipping.note !== '',
    tag: clipping.tags.length > 0,
    collection: clipping.collections.length > 0,
    byline: clipping.bylines.length > 0,
    source: clipping.sources.length > 0 || clipping.source !== undefined,
    date: typeof clipping.published !== 'string',
    address: clipping.url !== undefined,
    original: clipping.originals.length > 0,
    highlight: clipping.highlights !== undefined,
  }
  return (Object.keys(has) as Feature[]).filter(feature => has[feature])
}

/** The facts of a document; nothing else of it matters for any term but words. */
export function factsOf({ clipping, datesInText, collections, clippedOn }: SearchDocument): Facts {
  const published = typeof clipping.published === 'string' ? undefined : clipping.published.edtf
  return {
    language: clipping.language.toLowerCase(),
    host: hostOf(clipping.url),
    states: statesOf(clipping),
    features: featuresOf(clipping),
    days: {
      published: published === undefined ? [] : [spanOf(published)],
      clipped: [spanOf(clippedOn)],
      happened: [...new Set(datesInText.map(({ edtf }) => edtf))].map(spanOf),
    },
    clippedAt: clipping.clippedAt,
    month: published === undefined ? '' : dayKeyOf(published).replace(/(?<=\d{4}-\d{2})-\d{2}$/u, ''),
    source: clipping.source?.name ?? '',
    tags: clipping.tags,
    collections: collections.map(({ id }) => id),
  }
}
