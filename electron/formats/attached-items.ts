import type { ItemRead } from '../core/model/import-item.ts'
import { ok } from '../core/result.ts'
import { type FormatReader, fileInMemory } from './import-file.ts'
import { failedRead } from './reads.ts'

/** What a reader finds in a file that is attached, under keys that begin with the attachment's. */
export async function* attachedItems(
  attachments: FormatReader,
  { key, name, bytes }: { readonly key: string; readonly name: string; readonly bytes: Uint8Array },
): AsyncGenerator<ItemRead> {
  for await (const read of attachments(fileInMemory(name, bytes)))
    yield read.ok
      ? ok({ ...read.value, key: `${key}/${read.value.key}` })
      : failedRead(`${key}/${read.error.key}`, read.error.name, read.error.reason, read.error.detail)
}
