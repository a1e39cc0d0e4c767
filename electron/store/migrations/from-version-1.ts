import { bodyOf, paragraph } from '../../core/body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../../core/body/excerpt.ts'
import { lengthOf } from '../../core/body/text.ts'

import { type Article, articleSchema } from '../../core/model/article.ts'
import { type Clipping, clippingSchema, type Original } from '../../core/model/clipping.ts'
import { edtfSchema } from '../../core/model/edtf.ts'
import type { Published } from '../../core/model/stated.ts'
import { tagNameFrom } from '../../core/model/tag.ts'
import type { Version1Clipping } from './version-1.ts'

/** What one clipping of version 1 becomes; its text is its original. */
export interface Migrated {
  readonly clipping: Clipping
  readonly article: Article
}

/** `now` stands in for a creation time that is no date. Nothing is dropped: what does not fit goes to the note. */
export function migrateClipping(
  old: Version1Clipping,
  id: string,
  original: Original,
  now: string,
): Migrated {
  const body = bodyOf(
    old.text
      .split(/\n+/)
      .map(line => line.trim())
      .filter(line => line !== '')
      .map((line, order) => paragraph(order, line)),
  )
  const published = publishedOf(old.publishedAt)
  const unread = [
    published === 'not-looked-for' && filled(old.publishedAt) ? `publishedAt: ${old.publishedAt}` : undefined,
    filled(old.url) && !isHttpUrl(old.url) ? `url: ${old.url}` : undefined,
  ]
  const note = [old.note, ...unread].filter(filled).join('\n')
  const source = filled(old.source) ? { name: old.source.trim() } : undefined
  const clippedAt = instantOf(old.createdAt) ?? now
  const clipping = clippingSchema.parse({
    id,
    title: old.title,
    ...(filled(old.url) && isHttpUrl(old.url) && { url: old.url }),
    bylines: filled(old.byline) ? [old.byline.trim()] : [],
    ...(source !== undefined && { source }),
    sources: source === undefined ? [] : [source],
    reportedBy: [],
    editors: [],
    language: 'und',
    published,
    clippedAt,
    updatedAt: clippedAt,
    originals: [original],
    tags: [...new Set(old.tags.flatMap(tag => tagNameFrom(tag) ?? []))],
    collections: [],
    starred: old.starred,
    ...(note !== '' && { note }),
    excerpt: excerptOf(body, EXCERPT_LENGTH),
    length: lengthOf(body),
    articleRevision: 1,
  })
  const article = articleSchema.parse({
    id,
    revision: 1,
    body,
    figures: [],
    setAside: [],
    statements: {},
    datesInText: [],
    extractorVersion: 1,
  })
  return { clipping, article }
}

const filled = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text.trim() !== ''

const isHttpUrl = (text: string): boolean => clippingSchema.shape.url.safeParse(text).success

/** The prototype kept no evidence and did not say whether it had looked: confidence is even odds. */
function publishedOf(text: string | null | undefined): Published {
  if (!filled(text)) return 'not-looked-for'
  const edtf = text.trim().replace(/(T\d{2}:\d{2}:\d{2})\.\d+/, '$1')
  if (!edtfSchema.safeParse(edtf).success) return 'not-looked-for'
  return { edtf, origin: 'file', evidence: text, confidence: 0.5 }
}

export function instantOf(text: string): string | undefined {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
