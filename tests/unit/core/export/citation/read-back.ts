import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { z } from 'zod'

const partsSchema = z.array(z.array(z.number()).nullish())
const nameSchema = z.union([
  z.string(),
  z.object({
    given: z.string().optional(),
    family: z.string().optional(),
    literal: z.string().optional(),
    'non-dropping-particle': z.string().optional(),
    suffix: z.string().optional(),
  }),
])

/** What Citation.js makes of an item; RIS calls who wrote in a newspaper a reporter, and the site of a page a collection. */
const readSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    title: z.string().optional(),
    author: z.array(nameSchema).optional(),
    reporter: z.array(nameSchema).optional(),
    'container-title': z.string().optional(),
    'collection-title': z.string().optional(),
    publisher: z.string().optional(),
    issued: z.object({ 'date-parts': partsSchema.optional(), literal: z.string().optional() }).optional(),
    accessed: z.object({ 'date-parts': partsSchema }).optional(),
    URL: z.string().optional(),
    note: z.union([z.string(), z.array(z.string())]).optional(),
  })
  .transform(item => ({
    id: item.id,
    type: item.type,
    title: item.title,
    names: (item.author ?? item.reporter ?? []).map(name =>
      typeof name === 'string'
        ? name
        : (name.literal ??
          [name['non-dropping-particle'], name.family, name.given]
            .filter(part => part !== undefined)
            .join(' ')),
    ),
    outlet: item['container-title'] ?? item['collection-title'] ?? item.publisher,
    issued: item.issued?.['date-parts'],
    accessed: item.accessed?.['date-parts'],
    url: item.URL,
    note: [item.note ?? []].flat().join('\n'),
  }))

/** Citations as another program reads them. */
export const readByCitationJs = (text: string): z.infer<typeof readSchema>[] =>
  z.array(readSchema).parse(new Cite(text).data)
