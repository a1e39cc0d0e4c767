import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { type Edtf, edtfSchema } from '../../../electron/core/model/edtf.ts'
import type { FieldEdits } from '../../../electron/ipc/contract.ts'

/** The fields that can be typed over. */
export const EDITABLE = ['title', 'bylines', 'published', 'sources', 'editors'] as const
export type Editable = (typeof EDITABLE)[number]

/** The field's value as it is typed: names with commas between them, a date as EDTF, nothing where not stated. */
export function textOfField(clipping: Clipping, field: Editable, gap: string): string {
  if (field === 'title') return clipping.title
  if (field === 'bylines') return clipping.bylines.join(gap)
  if (field === 'editors') return clipping.editors.join(gap)
  if (field === 'sources') return clipping.sources.map(({ name }) => name).join(gap)
  return typeof clipping.published === 'object' ? clipping.published.edtf : ''
}

const namesFrom = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map(name => name.trim())
    .filter(name => name !== '')

/** A typed date as EDTF: a space or a slash between numbers is forgiven, a day that does not exist is not. */
export function dateFrom(text: string): Edtf | undefined {
  const typed = text
    .trim()
    .replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/, (_, year, month, day) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/^(\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2})/, '$1T$2')
  const parsed = edtfSchema.safeParse(typed)
  return parsed.success ? parsed.data : undefined
}

/** What a typed value changes, or undefined where it cannot be that field's value. */
export function editFrom(field: Editable, text: string): FieldEdits | undefined {
  if (field === 'title') return text.trim() === '' ? undefined : { title: text.trim() }
  if (field !== 'published') return { [field]: namesFrom(text) }
  if (text.trim() === '') return { published: null }
  const date = dateFrom(text)
  return date === undefined ? undefined : { published: date }
}
