import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas } from './schemas.ts'

/** Writes the JSON Schemas into `resources/schema/`. */
export default async function writeSchemas(): Promise<void> {
  await mkdir(join(import.meta.dirname, 'schema'), { recursive: true })
  for (const [path, text] of jsonSchemas()) await writeFile(join(import.meta.dirname, path), text)
}
