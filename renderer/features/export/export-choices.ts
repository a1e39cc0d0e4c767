import { BOOK_PARTS } from '../../../electron/core/model/book-layout.ts'
import { DEFAULT_TEMPLATE } from '../../../electron/core/model/built-in-templates.ts'
import type { ExportFormat } from '../../../electron/core/model/export-formats.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { DEFAULT_MARKDOWN } from '../../../electron/core/model/markdown-layout.ts'
import { createStore } from '../../state/store.ts'
import type { Scope } from './scope.ts'

/** How to export, as last chosen. Undefined is what was never chosen: it follows the interface. */
export interface ExportChoices {
  readonly format: ExportFormat
  readonly order: ExportRequest['order']
  readonly paper: ExportRequest['paper']
  readonly book: ExportRequest['book']
  readonly markdown: ExportRequest['markdown']
  readonly template: ExportRequest['template']
  readonly language: ExportRequest['language'] | undefined
  /** The title that was typed and the scope it was typed for; another scope proposes its own. */
  readonly title: { readonly typed: string; readonly scope: string } | undefined
}

/** Kept until the window closes, so that a second export needs no second choosing. */
export const exportChoices = createStore<ExportChoices>({
  format: 'markdown-file',
  order: 'oldest-first',
  paper: 'A4',
  book: { columns: 1, parts: [...BOOK_PARTS], notes: 'after' },
  markdown: DEFAULT_MARKDOWN,
  template: DEFAULT_TEMPLATE,
  language: undefined,
  title: undefined,
})

export const choose = (part: Partial<ExportChoices>): void =>
  exportChoices.set({ ...exportChoices.get(), ...part })

/** Why exporting cannot start; undefined where it can. */
export type Obstacle = 'choose' | 'nothing' | 'title'

export function obstacleTo(
  scope: Scope | undefined,
  articles: number | undefined,
  title: string,
): Obstacle | undefined {
  if (!scope) return 'choose'
  if (articles === 0) return 'nothing'
  if (title.trim() === '') return 'title'
  return undefined
}
