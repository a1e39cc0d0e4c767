import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runnerImport } from 'vite'

const here = import.meta.dirname

/** @type {{ module: typeof import('./schemas.ts') }} */
const { module } = await runnerImport(join(here, 'schemas.ts'), { configFile: false, logLevel: 'error' })
await mkdir(join(here, 'schema'), { recursive: true })
for (const [path, text] of module.jsonSchemas()) await writeFile(join(here, path), text)
