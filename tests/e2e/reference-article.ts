import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const folder = join(import.meta.dirname, '../articles/h20-approval')

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('figure'), caption: z.string().nullable(), credit: z.string().nullable() }),
])

const expected = z.object({
  title: z.string(),
  byline: z.string(),
  published: z.string(),
  sources: z.array(z.string()),
  editors: z.array(z.string()),
  blocks: z.array(block),
  setAside: z.object({
    pageFurniture: z.array(z.string()),
    related: z.array(z.object({ title: z.string(), summary: z.string(), published: z.string() })),
    hot: z.array(z.string()),
  }),
})

/** The product's reference article: what a reader pastes, and all that it says. */
export const REFERENCE = {
  source: readFileSync(join(folder, 'source.txt'), 'utf8'),
  expected: expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))),
}
