import { z } from 'zod'
import type { FormatReader } from './import-file.ts'
import { jsonElements } from './json-elements.ts'
import { hasKeys, type JsonReading, orNothingInIt, readJsonExport } from './json-export.ts'
import { personName } from './person-names.ts'
import { NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'
import { contentOfReference, languageOf } from './zotero-ris.ts'

const partSchema = z.union([z.number(), z.string()])
const dateSchema = z.object({
  'date-parts': z.array(z.array(partSchema)).nullish(),
  raw: z.string().nullish(),
  literal: z.string().nullish(),
})
const nameSchema = z.object({
  family: z.string().nullish(),
  given: z.string().nullish(),
  literal: z.string().nullish(),
})
const referenceSchema = z.object({
  title: z.string().nullish(),
  author: z.array(nameSchema).nullish(),
  'container-title': z.string().nullish(),
  publisher: z.string().nullish(),
  issued: dateSchema.nullish(),
  accessed: dateSchema.nullish(),
  URL: z.string().nullish(),
  abstract: z.string().nullish(),
  language: z.string().nullish(),
  note: z.string().nullish(),
  keyword: z.string().nullish(),
})

type Reference = z.infer<typeof referenceSchema>
type CslDate = z.infer<typeof dateSchema>

/** ISO 8601 of `date-parts`, to the part that is there; a second date is the end of a range. */
function isoOf(date: CslDate | null | undefined): string | undefined {
  const days = (date?.['date-parts'] ?? []).map(parts =>
    parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'),
  )
  return textOf(days[0]) === undefined ? (textOf(date?.raw) ?? textOf(date?.literal)) : days.join('/')
}

function readReference(reference: Reference): JsonReading | 'no-text' {
  const url = webAddress(reference.URL ?? undefined)
  const content = contentOfReference(textOf(reference.abstract), url)
  if (content === 'no-text') return content
  const names = (reference.author ?? []).flatMap(
    ({ family, given, literal }) =>
      textOf(literal) ?? personName(family ?? undefined, given ?? undefined) ?? [],
  )
  return {
    content,
    stated: {
      ...NOTHING_STATED,
      title: textOf(reference.title),
      url,
      bylines: names.length === 0 ? undefined : names,
      source: textOf(reference['container-title']) ?? textOf(reference.publisher),
      published: publishedOf(isoOf(reference.issued)),
      language: languageOf(textOf(reference.language)),
      savedAt: instantOf(isoOf(reference.accessed)),
      tags: namesIn((reference.keyword ?? '').split(/[,;]/u)),
      note: textOf(reference.note),
    },
  }
}

export const isCslJson = (head: Uint8Array): boolean =>
  hasKeys(head, '[', 'type') &&
  (hasKeys(head, '[', 'issued') || hasKeys(head, '[', 'container-title') || hasKeys(head, '[', 'accessed'))

/**
 * CSL-JSON as Zotero exports it: an array of references by the schema of the Citation Style Language
 * (citation-style-language/schema, `csl-data.json`; zotero/translators, `CSL JSON.js`).
 */
export const readCslJson: FormatReader = file =>
  orNothingInIt(file, readJsonExport(file, jsonElements(file.stream()), referenceSchema, readReference))
