import { describe, expect, it } from 'vitest'
import { planExport } from '../../../../electron/core/export/plan.ts'
import { PREVIEW_LENGTH, previewOf } from '../../../../electron/core/export/preview.ts'
import { EXPORT_WRITERS } from '../../../../electron/core/export/writers.ts'
import { type ExportFormat, formatFacts, isWritten } from '../../../../electron/core/model/export-formats.ts'
import { articleWith, block, clippingWith, text } from './sample-clipping.ts'
import { sourceOfPlan } from './sample-source.ts'

const planOf = (count: number, words: string) =>
  planExport(
    { title: 'Chips', language: 'en', paper: 'A4', order: 'oldest-first' },
    Array.from({ length: count }, (_, index) => ({
      clipping: clippingWith({ title: `Article ${index + 1}` }),
      article: articleWith([block('p', text(words))]),
    })),
    '2025-11-08T01:14:00.000Z',
  )

const preview = async (plan: ReturnType<typeof planOf>, format: ExportFormat) =>
  previewOf(
    sourceOfPlan(plan),
    formatFacts(format),
    isWritten(format) ? await EXPORT_WRITERS[format]() : undefined,
  )

describe('the preview of an export', () => {
  it('shows all of a short export and lists its articles with their details', async () => {
    const shown = await preview(planOf(2, 'Words.'), 'markdown-file')
    expect(shown.articles).toBe(2)
    expect(shown.truncated).toBe(false)
    expect(shown.text.match(/^## Article \d$/gm)).toEqual(['## Article 1', '## Article 2'])
    expect(shown.contents[1]).toEqual({
      title: 'Article 2',
      detail: '创始人 · 19 July 2025, 00:09:16 (UTC+08:00, assumed) · 央视新闻',
    })
  })

  it('cuts a long export at the end of a line and says so', async () => {
    const shown = await preview(planOf(3, 'A line of words. '.repeat(600)), 'markdown-folder')
    expect(shown.truncated).toBe(true)
    expect(shown.text.length).toBeLessThanOrEqual(PREVIEW_LENGTH)
    expect(shown.text.endsWith('\n')).toBe(true)
    expect(shown.contents).toHaveLength(3)
  })

  it('lists every article even where it shows the text of the first ones only', async () => {
    const shown = await preview(planOf(50, 'Words.'), 'markdown-file')
    expect(shown.truncated).toBe(true)
    expect(shown.contents).toHaveLength(50)
  })

  it('has no text of a format that is none', async () => {
    const shown = await preview(planOf(50, 'Words.'), 'pdf')
    expect(shown).toMatchObject({ text: '', truncated: false, articles: 50 })
    expect(shown.contents).toHaveLength(50)
  })
})
