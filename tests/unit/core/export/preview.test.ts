import { describe, expect, it } from 'vitest'
import { planExport } from '../../../../electron/core/export/plan.ts'
import { PREVIEW_LENGTH, previewOf } from '../../../../electron/core/export/preview.ts'
import { articleWith, block, clippingWith, text } from './sample-clipping.ts'

const planOf = (count: number, words: string) =>
  planExport(
    { title: 'Chips', language: 'en', paper: 'A4', order: 'oldest-first' },
    Array.from({ length: count }, (_, index) => ({
      clipping: clippingWith({ title: `Article ${index + 1}` }),
      article: articleWith([block('p', text(words))]),
    })),
    '2025-11-08T01:14:00.000Z',
  )

describe('the preview of an export', () => {
  it('shows all of a short export and lists its articles with their details', () => {
    const preview = previewOf(planOf(2, 'Words.'), 'markdown-file')
    expect(preview.articles).toBe(2)
    expect(preview.truncated).toBe(false)
    expect(preview.markdown.match(/^## Article \d$/gm)).toEqual(['## Article 1', '## Article 2'])
    expect(preview.contents[1]).toEqual({
      title: 'Article 2',
      detail: '创始人 · 19 July 2025, 00:09:16 (UTC+08:00, assumed) · 央视新闻',
    })
  })

  it('cuts a long export at the end of a line and says so', () => {
    const preview = previewOf(planOf(3, 'A line of words. '.repeat(600)), 'markdown-folder')
    expect(preview.truncated).toBe(true)
    expect(preview.markdown.length).toBeLessThanOrEqual(PREVIEW_LENGTH)
    expect(preview.markdown.endsWith('\n')).toBe(true)
    expect(preview.contents).toHaveLength(3)
  })

  it('lists every article even where it shows the text of the first ones only', () => {
    const preview = previewOf(planOf(50, 'Words.'), 'pdf')
    expect(preview.truncated).toBe(true)
    expect(preview.contents).toHaveLength(50)
  })
})
