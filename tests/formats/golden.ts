import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf } from '../../electron/core/body/text.ts'
import type { ItemRead } from '../../electron/core/model/import-item.ts'
import { type FormatReader, fileOnDisk } from '../../electron/formats/import-file.ts'
import { recognise } from '../../electron/formats/recognise.ts'
import { readItem } from '../../electron/work/read-item.ts'

/** When every golden file is imported: after all of them were made. */
const CLIPPED_AT = '2027-01-01T00:00:00.000Z'

/** Formats of saved pages and documents, whose fixtures are read as a library would keep them. */
export const GOLDEN_FORMATS = [
  'saved-page',
  'mhtml',
  'webarchive',
  'internet-shortcut',
  'warc',
  'wacz',
  'email',
  'outlook-message',
  'epub',
] as const

export const goldenPath = (format: string): string => join(import.meta.dirname, format, 'expected.json')

const fixturesOf = (format: string): string[] =>
  readdirSync(join(import.meta.dirname, format), { withFileTypes: true })
    .filter(entry => entry.isFile() && !/^NOTE\.md$|^expected\.json$|\.ts$/u.test(entry.name))
    .map(({ name }) => name)
    .sort()

/** What the reader gives of an item, and what reading its text makes of it. */
function readable(read: ItemRead): object {
  if (!read.ok) return { failed: read.error }
  const { key, name, content, stated, original } = read.value
  const resources = 'resources' in content ? content.resources : []
  const item = readItem(read.value, CLIPPED_AT)
  if (!item.ok) return { key, name, failed: item.error }
  const { clipping, article } = item.value.extraction
  return {
    key,
    name,
    kind: content.kind === 'html' ? `${content.kind}, ${content.extent}` : content.kind,
    base: content.kind === 'html' ? content.base : undefined,
    resources: resources.map(each => `${each.address} ${each.mediaType} ${each.bytes.length}`),
    stated,
    original: `${original.name} ${original.mediaType} ${original.bytes.length}`,
    read: {
      title: clipping.title,
      bylines: clipping.bylines,
      source: clipping.source?.name,
      language: clipping.language,
      published: clipping.published,
      url: clipping.url,
    },
    pictures: item.value.assets.length,
    body: linesOf(article.body),
  }
}

async function readFormat(format: string, reader: FormatReader, name: string): Promise<object[]> {
  const reads: object[] = []
  for await (const read of reader(await fileOnDisk(join(import.meta.dirname, format, name))))
    reads.push(readable(read))
  return reads
}

/** What each fixture of a format is recognised as and read to, as a person reviews it. */
export async function goldenOf(format: string): Promise<string> {
  const files: Record<string, object> = {}
  for (const name of fixturesOf(format)) {
    const found = await recognise(await fileOnDisk(join(import.meta.dirname, format, name)))
    files[name] = found.ok
      ? { format: found.value.name, items: await readFormat(format, found.value.read, name) }
      : { failed: found.error }
  }
  return `${JSON.stringify(files, null, 2)}\n`
}
