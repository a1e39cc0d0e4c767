import { linesOf } from '../core/body/text.ts'
import { extractPasted } from '../core/extract/pipeline.ts'
import type { Article } from '../core/model/article.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { AssetBytes } from '../store/assets.ts'
import { readMarkup } from './read-item.ts'

/** What was pasted: both flavours say the same, and the markup says more of it where it can be read. */
export interface Pasted {
  readonly text: string
  readonly html: string | undefined
  /** Where it was copied from, as the clipboard states it. */
  readonly url: string | undefined
  readonly clippedAt: string
}

export interface ReadPaste {
  readonly extraction: Extraction
  readonly assets: readonly AssetBytes[]
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** The part of one body's words that another has too, from 0 to 1, by whole lines. */
function coverage(of: Article['body'], by: Article['body']): number {
  const there = squeezed(linesOf(by).join(''))
  let all = 0
  let found = 0
  for (const line of linesOf(of).map(squeezed)) {
    all += line.length
    if (there.includes(line)) found += line.length
  }
  return all === 0 ? 1 : found / all
}

/** The markup has to have nearly all that the text has, and may have little beside it. */
const COVERED = 0.95
const BESIDE = 0.8

const isAsGood = (markup: Extraction, text: Extraction): boolean =>
  markup.article.body.children.length > 0 &&
  coverage(text.article.body, markup.article.body) >= COVERED &&
  coverage(markup.article.body, text.article.body) >= BESIDE

/** Fields that the markup does not state, from the words around it. */
function withFieldsOf(markup: Extraction, text: Extraction): Extraction {
  const clipping = { ...markup.clipping }
  const statements = { ...markup.article.statements }
  const take = (field: keyof typeof statements): void => {
    const statement = text.article.statements[field]
    if (statement !== undefined) statements[field] = statement
  }
  if (clipping.title === '' && text.clipping.title !== '') {
    clipping.title = text.clipping.title
    take('title')
  }
  if (clipping.bylines.length === 0 && text.clipping.bylines.length > 0) {
    clipping.bylines = text.clipping.bylines
    take('bylines')
  }
  if (typeof clipping.published === 'string') {
    clipping.published = text.clipping.published
    take('published')
  }
  if (clipping.sources.length === 0 && text.clipping.source !== undefined) {
    clipping.source = text.clipping.source
    clipping.sources = text.clipping.sources
    take('sources')
  }
  if (clipping.editors.length === 0 && text.clipping.editors.length > 0) {
    clipping.editors = text.clipping.editors
    take('editors')
  }
  return { clipping, article: { ...markup.article, statements } }
}

/** Reads what was pasted: from its markup, with links, emphasis and pictures, unless the text alone says it better. */
export function readPaste({ text, html, url, clippedAt }: Pasted): ReadPaste {
  const plain = extractPasted(text, { clippedAt })
  if (html === undefined || html.trim() === '') return { extraction: plain, assets: [] }
  const markup = readMarkup(
    { kind: 'html', html, extent: 'page', base: url, resources: [] },
    { url },
    clippedAt,
  )
  return isAsGood(markup.extraction, plain)
    ? { ...markup, extraction: withFieldsOf(markup.extraction, plain) }
    : { extraction: plain, assets: [] }
}
