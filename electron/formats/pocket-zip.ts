import { z } from 'zod'
import type { ImportedHighlight, ItemRead } from '../core/model/import-item.ts'
import { readCsvExport } from './csv-export.ts'
import { type FormatReader, fileInMemory, type ImportFile } from './import-file.ts'
import { parsedJson } from './json-elements.ts'
import { readPocketRow } from './pocket-csv.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, textOf, webAddress } from './stated-values.ts'
import { openZip, type ZipEntries } from './zip-entries.ts'

const PART = /(?:^|\/)part_\d+\.csv$/u
const ANNOTATIONS = /(?:^|\/)annotations\/part_\d+\.json$/u

export const isPocketZip = (_head: Uint8Array, _name: string, inside: readonly string[]): boolean =>
  inside.some(path => PART.test(path))

const annotationsSchema = z.array(
  z.object({
    url: z.string(),
    title: z.string().nullish(),
    highlights: z.array(
      z.object({ quote: z.string(), created_at: z.number().nullish(), note: z.string().nullish() }),
    ),
  }),
)

const highlightOf = (mark: {
  quote: string
  created_at?: number | null | undefined
  note?: string | null | undefined
}): ImportedHighlight => ({
  text: mark.quote,
  note: textOf(mark.note),
  madeAt: instantOfUnix(mark.created_at ?? undefined),
})

interface AnnotationsRead {
  readonly byUrl: Map<string, ImportedHighlight[]>
  readonly titles: Map<string, string>
  readonly failures: ItemRead[]
}

async function readAnnotations(zip: ZipEntries): Promise<AnnotationsRead> {
  const found: AnnotationsRead = { byUrl: new Map(), titles: new Map(), failures: [] }
  for (const entry of zip.entries.filter(({ path }) => ANNOTATIONS.test(path))) {
    const bytes = await zip.read(entry)
    const parsed = bytes.ok ? annotationsSchema.safeParse(parsedJson(bytes.value)) : undefined
    if (parsed?.success !== true) {
      const reason = bytes.ok ? 'damaged' : bytes.error.reason
      found.failures.push(failedRead(entry.path, entry.path, reason))
      continue
    }
    for (const { url, title, highlights } of parsed.data) {
      found.byUrl.set(url, [...(found.byUrl.get(url) ?? []), ...highlights.map(highlightOf)])
      if (title != null) found.titles.set(url, title)
    }
  }
  return found
}

async function* readZip(file: ImportFile): AsyncGenerator<ItemRead> {
  const zip = await openZip(file)
  if (!zip.ok) return yield failedRead('', file.name, zip.error.reason, zip.error.detail)
  const { byUrl, titles, failures } = await readAnnotations(zip.value)
  yield* failures
  const seen = new Set<string>()
  for (const entry of zip.value.entries.filter(({ path }) => PART.test(path))) {
    const bytes = await zip.value.read(entry)
    if (!bytes.ok) {
      yield failedRead(entry.path, entry.path, bytes.error.reason, bytes.error.detail)
      continue
    }
    const part = fileInMemory(entry.path, bytes.value)
    for await (const read of readCsvExport(part, cells => readPocketRow(cells, byUrl), `${entry.path} `)) {
      if (read.ok && read.value.stated.url !== undefined) seen.add(read.value.stated.url)
      yield read
    }
  }
  for (const [url, highlights] of byUrl)
    if (!seen.has(url)) yield annotatedOnly(url, titles.get(url), highlights)
}

/** A highlighted page that is no longer in the list. */
function annotatedOnly(
  url: string,
  title: string | undefined,
  highlights: readonly ImportedHighlight[],
): ItemRead {
  const bytes = new TextEncoder().encode(JSON.stringify({ url, title, highlights }))
  const address = webAddress(url)
  if (address === undefined) return failedRead(`annotations ${url}`, title ?? url, 'damaged')
  return itemOf(
    { key: `annotations ${url}`, bytes, mediaType: 'application/json', originalName: 'annotations.json' },
    LINK,
    { ...NOTHING_STATED, title: textOf(title), url: address, highlights },
  )
}

/**
 * Pocket's ZIP: `part_000000.csv` and so on (see pocket-csv.ts), and `annotations/part_000000.json` with
 * `[{ url, title, highlights: [{ quote, created_at }] }]` (Pocket/pocket-monorepo, `AnnotationsDataExportService`). A
 * highlighted page without a row is an item of its own.
 */
export const readPocketZip: FormatReader = readZip
