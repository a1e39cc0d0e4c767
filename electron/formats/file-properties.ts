import type { StatedByFile } from '../core/model/import-item.ts'
import { accountName, placeholderTitle } from './document-properties.ts'
import { NOTHING_STATED } from './reads.ts'

/** The properties that word processors keep, as they stand. */
export interface FileProperties {
  readonly title?: string | undefined
  readonly author?: string | undefined
}

/**
 * What properties state. A title counts where the text has no heading of the first rank: programs keep the title of
 * the document that this one was copied from. Who made the file is not who wrote the text, unless the text names nobody.
 * When it was made is no date of publication: a file is made before that, or copied long after, and nothing tells.
 */
export function statedByProperties(
  { title, author }: FileProperties,
  { fileName, hasTitle }: { readonly fileName: string; readonly hasTitle: boolean },
): StatedByFile {
  const words = title?.replace(/\s+/gu, ' ').trim() ?? ''
  const name = author?.replace(/\s+/gu, ' ').trim() ?? ''
  return {
    ...NOTHING_STATED,
    ...(hasTitle || placeholderTitle(words, fileName) ? {} : { title: words }),
    ...(name === '' || accountName(name) ? {} : { madeBy: name }),
  }
}
