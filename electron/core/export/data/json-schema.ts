import { z } from 'zod'

/** The JSON Schema (draft 2020-12) of a record, as the text of a file. */
export function jsonSchemaText(title: string, record: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(record)
  return `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`
}
