import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import { clippingProperties } from '../../electron/core/export/markdown/front-matter.ts'
import { bodyOf, frontMatterOf, parsed, plainBody } from '../unit/core/export/markdown/read-back.ts'
import { articleWith, clippingWith } from '../unit/core/export/sample-clipping.ts'
import { blocks, tables, words } from './markdown-arbitraries.ts'

describe('an exported Markdown file', { timeout: 60_000 }, () => {
  it.each(['gfm', 'commonmark'] as const)(
    'reads back as the same blocks, whatever the text, as %s',
    flavour => {
      fc.assert(
        // CommonMark alone has no tables.
        fc.property(
          fc.array(
            flavour === 'gfm'
              ? fc.oneof({ weight: 9, arbitrary: blocks }, { weight: 2, arbitrary: tables })
              : blocks,
            { maxLength: 5 },
          ),
          fc.boolean(),
          (children, withPicture) => {
            const article = articleWith(children)
            const assetPath = withPicture ? (sha: string) => `assets/${sha}.jpg` : undefined
            const markdown = articleMarkdown(clippingWith(), article, { language: 'en', assetPath })
            expect(bodyOf(parsed(markdown, flavour))).toEqual(plainBody(article.body))
          },
        ),
        { seed: 20250719, numRuns: 600 },
      )
    },
  )

  it('reads back with the same front matter, whatever the fields hold', () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.array(words, { maxLength: 3 }),
        (title, outlet, evidence, bylines) => {
          const clipping = clippingWith({
            title,
            source: { name: outlet },
            sources: [{ name: outlet }, { name: title }],
            bylines,
            published: { edtf: '2025-04', origin: 'text', evidence, confidence: 1 },
          })
          const markdown = articleMarkdown(clipping, articleWith([]), { language: 'en' })
          const read = frontMatterOf(parsed(markdown))
          expect(read).toEqual(clippingProperties(clipping))
        },
      ),
      { seed: 20250719, numRuns: 600 },
    )
  })
})
