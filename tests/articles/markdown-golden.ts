import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { CLIPPED_AT, extractPage, sourceOf } from './golden.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))

/** Every golden page is kept under one identity. */
const ID = '019b7a3c-f400-7000-8000-000000000001'

/** The pages whose Markdown is a golden: one in each language. */
export const MARKDOWN_PAGES = ['h20-approval', 'reservoir-level'] as const

export const markdownPath = (page: string): string => join(ROOT, page, 'expected.md')

/** A page as it is read, kept and exported, in the language of the page where the export speaks it. */
export function keptPage(page: string) {
  const bytes = readFileSync(sourceOf(page))
  const { clipping: read, article } = extractPage(page)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const clipping: Clipping = {
    ...read,
    id: ID,
    clippedAt: CLIPPED_AT,
    updatedAt: CLIPPED_AT,
    originals: [{ sha256, mediaType: 'text/plain', byteLength: bytes.length, name: 'paste.txt' }],
    tags: [],
    collections: [],
    starred: false,
    articleRevision: 1,
  }
  return { clipping, article: { ...article, id: ID, revision: 1 } }
}

/** The Markdown of a page, which a person reviews. */
export function markdownOf(page: string): string {
  const { clipping, article } = keptPage(page)
  return articleMarkdown(clipping, article, { language: clipping.language.startsWith('zh') ? 'zh-Hans' : 'en' })
}
