import { edtfSchema } from '../core/model/edtf.ts'
import type { StatedByFile } from '../core/model/import-item.ts'
import { accountName, placeholderTitle } from './document-properties.ts'
import { NOTHING_STATED } from './reads.ts'

/** The properties that word processors keep, as they stand. */
export interface FileProperties {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly made?: { readonly value: string; readonly name: string } | undefined
}

const withoutFraction = (value: string): string => value.trim().replace(/\.\d+(?=Z|[+-]|$)/u, '')

/**
 * What properties state. A title counts where the text has no heading of the first rank: programs keep the title of
 * the document that this one was copied from. Who made the file is not who wrote the text, unless the text names nobody.
 */
export function statedByProperties(
  { title, author, made }: FileProperties,
  { fileName, hasTitle }: { readonly fileName: string; readonly hasTitle: boolean },
): StatedByFile {
  const words = title?.replace(/\s+/gu, ' ').trim() ?? ''
  const name = author?.replace(/\s+/gu, ' ').trim() ?? ''
  const edtf = edtfSchema.safeParse(withoutFraction(made?.value ?? ''))
  return {
    ...NOTHING_STATED,
    ...(hasTitle || placeholderTitle(words, fileName) ? {} : { title: words }),
    ...(name === '' || accountName(name) ? {} : { madeBy: name }),
    ...(made === undefined || !edtf.success
      ? {}
      : { made: { edtf: edtf.data, evidence: `${made.name}: ${made.value}` } }),
  }
}
