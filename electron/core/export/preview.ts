import type { ExportFormat } from '../model/export-request.ts'
import { articleMarkdown } from './markdown/article.ts'
import { collectionMarkdown } from './markdown/collection.ts'
import { detailsOf } from './markdown/section.ts'
import type { ExportPlan } from './plan.ts'
import { wordsOf } from './words.ts'

/** How much of an export is shown before it is written; UTF-16 units. */
export const PREVIEW_LENGTH = 20_000

/** Articles that a preview has the text of: enough to fill it. */
const FIRST = 20

export interface ExportPreview {
  readonly articles: number
  readonly markdown: string
  readonly truncated: boolean
  readonly contents: { readonly title: string; readonly detail: string }[]
}

/**
 * What an export will hold: its contents in order, and the beginning of its text as Markdown, cut at the end
 * of a line. A folder shows its files one after the other; a PDF, whose text is the same, shows that of one file.
 */
export function previewOf(plan: ExportPlan, format: ExportFormat): ExportPreview {
  const { language } = plan
  const first = plan.entries.slice(0, FIRST)
  const text =
    format === 'markdown-folder'
      ? first.map(({ clipping, article }) => articleMarkdown(clipping, article, { language })).join('\n')
      : collectionMarkdown(plan, undefined, FIRST)
  const cut = text.length > PREVIEW_LENGTH ? text.lastIndexOf('\n', PREVIEW_LENGTH) + 1 : text.length
  return {
    articles: plan.entries.length,
    markdown: text.slice(0, cut > 0 ? cut : PREVIEW_LENGTH),
    truncated: text.length > PREVIEW_LENGTH || first.length < plan.entries.length,
    contents: plan.entries.map(entry => ({
      title: entry.clipping.title.trim() === '' ? wordsOf(language).untitled : entry.clipping.title,
      detail: detailsOf(entry, language),
    })),
  }
}
