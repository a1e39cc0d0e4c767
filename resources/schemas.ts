import { exportedFileSchema } from '../electron/core/export/data/exported-clipping.ts'
import { EXPORT_SCHEMA_TITLE } from '../electron/core/export/data/json.ts'
import { jsonSchemaText } from '../electron/core/export/data/json-schema.ts'
import { articleSchema } from '../electron/core/model/article.ts'
import { journalLineSchema } from '../electron/core/model/library-change.ts'
import { ledgerLineSchema } from '../electron/store/import-ledger.ts'
import { libraryFileSchema } from '../electron/store/library-file.ts'
import { sealSchema } from '../electron/store/sealed-json.ts'
import { monthFileSchema } from '../electron/store/snapshot.ts'

/** Files that version 2 wrote have no checksum. */
const maybeSealed = sealSchema.partial()

/** What a library's files and an export hold, so that they can be read without this product. */
const FILES = {
  library: { title: 'library.json', record: sealSchema.extend(libraryFileSchema.shape) },
  month: { title: 'clippings/<month>.json', record: maybeSealed.extend(monthFileSchema.shape) },
  article: { title: 'articles/<two>/<id>.json', record: maybeSealed.extend(articleSchema.shape) },
  'journal-line': { title: 'one line of journal/<number>.jsonl', record: journalLineSchema },
  'ledger-line': { title: 'one line of imports/<id>.jsonl, without its crc', record: ledgerLineSchema },
  export: { title: EXPORT_SCHEMA_TITLE, record: exportedFileSchema },
} as const

/** The JSON Schema (draft 2020-12) of each file of a library: paths relative to `resources/`, and texts. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, { title, record }]) => [
      `schema/${name}.schema.json`,
      jsonSchemaText(title, record),
    ]),
  )
}
