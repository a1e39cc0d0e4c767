import { bodyOf, paragraph } from '../../../../electron/core/body/build.ts'
import type { LibraryState } from '../../../../electron/core/library/state.ts'
import type { Article } from '../../../../electron/core/model/article.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Identifiers } from '../../../../electron/core/ports.ts'

/** A UUIDv7 of the given time and number: readable in a failing test. */
export const sampleId = (number: number, atMs = Date.UTC(2025, 6, 19)): string => {
  const time = atMs.toString(16).padStart(12, '0')
  const tail = number.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}

export function sampleIdentifiers(): Identifiers {
  let number = 0
  return { next: atMs => sampleId(++number, atMs) }
}

export const sampleClipping = (number: number, over: Partial<Clipping> = {}): Clipping => ({
  id: sampleId(number),
  title: `Clipping ${number}`,
  bylines: [],
  sources: [],
  reportedBy: [],
  editors: [],
  language: 'en',
  published: 'not-stated',
  clippedAt: '2025-07-19T08:00:00.000Z',
  updatedAt: '2025-07-19T08:00:00.000Z',
  originals: [],
  tags: [],
  collections: [],
  starred: false,
  excerpt: '',
  length: 0,
  articleRevision: 1,
  ...over,
})

export const sampleArticle = (number: number, ...paragraphs: string[]): Article => ({
  id: sampleId(number),
  revision: 1,
  body: bodyOf(paragraphs.map((words, order) => paragraph(order * 2, words))),
  figures: [],
  setAside: [],
  statements: {},
  datesInText: [],
  extractorVersion: 1,
})

export const stateOf = (clippings: Clipping[], over: Partial<LibraryState> = {}): LibraryState => ({
  clippings: new Map(clippings.map(clipping => [clipping.id, clipping])),
  tags: new Map(),
  collections: new Map(),
  savedSearches: new Map(),
  outletRules: new Map(),
  events: new Map(),
  ...over,
})
