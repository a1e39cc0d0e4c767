import { BUILT_IN_TEMPLATES, DEFAULT_TEMPLATE } from '../../model/built-in-templates.ts'
import type { ExportEntry } from '../plan.ts'
import type { ExportSource } from '../writer.ts'
import { templateData } from './template-data.ts'

/** An export as a template says: one file, which is filled in when all articles are read. */
export async function* templateFile(source: ExportSource, first?: number): AsyncGenerator<string> {
  const entries: ExportEntry[] = []
  for await (const entry of source.entries(first)) entries.push(entry)
  yield await source.render(
    source.template ?? BUILT_IN_TEMPLATES[DEFAULT_TEMPLATE],
    templateData(source, entries),
  )
}
