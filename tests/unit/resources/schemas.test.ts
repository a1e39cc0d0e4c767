import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonSchemas } from '../../../resources/schemas.ts'

const RESOURCES = join(import.meta.dirname, '../../../resources')

describe('the JSON Schemas', () => {
  it('are what the records give; `npm run schemas` writes them anew', () => {
    const schemas = jsonSchemas()
    expect(readdirSync(join(RESOURCES, 'schema')).map(name => `schema/${name}`)).toEqual(
      [...schemas.keys()].sort(),
    )
    for (const [path, text] of schemas) expect(readFileSync(join(RESOURCES, path), 'utf8'), path).toBe(text)
  })

  it('say how words nest in words, by reference', () => {
    const article: unknown = JSON.parse(jsonSchemas().get('schema/article.schema.json') ?? '')
    const { $defs } = z.object({ $defs: z.record(z.string(), z.unknown()) }).parse(article)
    const names = Object.keys($defs)
    expect(names).toHaveLength(1)
    expect(JSON.stringify($defs)).toContain(`"$ref":"#/$defs/${names[0]}"`)
  })

  it('allow nothing that the records do not name', () => {
    for (const text of jsonSchemas().values()) expect(text).toContain('"additionalProperties": false')
  })
})
