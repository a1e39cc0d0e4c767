import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyOf, frontMatterOf, parsed, plainBody } from '../unit/core/export/markdown/read-back.ts'
import { keptPage, MARKDOWN_PAGES, markdownOf, markdownPath } from './markdown-golden.ts'

/** Goldens change by `npm run goldens:update` alone, and are reviewed as a diff. */
describe.each(MARKDOWN_PAGES)('the Markdown of %s', page => {
  it('is as reviewed', () => {
    const path = markdownPath(page)
    if (!existsSync(path)) throw new Error(`${page} has no expected.md: npm run goldens:update, then review it`)
    expect(markdownOf(page)).toBe(readFileSync(path, 'utf8'))
  })

  it('reads back as the article that was extracted', () => {
    const { clipping, article } = keptPage(page)
    const root = parsed(markdownOf(page))
    expect(bodyOf(root)).toEqual(plainBody(article.body))
    expect(frontMatterOf(root)).toMatchObject({ title: clipping.title, author: clipping.bylines })
  })
})
