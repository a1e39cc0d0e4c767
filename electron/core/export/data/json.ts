import type { ExportedFile, ExportSource, Piece } from '../writer.ts'
import { exportedClipping, exportedFileSchema } from './exported-clipping.ts'
import { jsonSchemaText } from './json-schema.ts'

const SCHEMA_FILE = 'clippings.schema.json'

/** The title of the schema, here and where the library's own schemas are. */
export const EXPORT_SCHEMA_TITLE = 'clippings.json of an export'

/** Clippings as JSON, and the JSON Schema of that beside it. */
export async function* jsonFiles(source: ExportSource, first?: number): AsyncGenerator<ExportedFile> {
  yield { path: 'clippings.json', content: pieces(source, first) }
  yield { path: SCHEMA_FILE, content: jsonSchemaText(EXPORT_SCHEMA_TITLE, exportedFileSchema) }
}

/** One clipping after another, so that a library of any size is written without being in memory. */
async function* pieces(source: ExportSource, first?: number): AsyncGenerator<Piece> {
  const { title, createdAt, collections } = source
  const head = JSON.stringify({ $schema: SCHEMA_FILE, title, exportedAt: createdAt }, undefined, 2)
  yield `${head.slice(0, -2)},\n  "clippings": [`
  let count = 0
  for await (const entry of source.entries(first)) {
    const text = JSON.stringify(exportedClipping(entry, collections), undefined, 2)
    yield `${count++ === 0 ? '' : ','}\n    ${text.replaceAll('\n', '\n    ')}`
  }
  yield `${count === 0 ? '' : '\n  '}]\n}\n`
}
