import { z } from 'zod'
import type { ImportedHighlight, ItemContent, ItemRead, StatedByFile } from '../core/model/import-item.ts'
import { decodeHtml } from './html-charset.ts'
import { type FormatReader, fileInMemory, type ImportFile } from './import-file.ts'
import { jsonElements, parsedJson } from './json-elements.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'
import { openZip, type ZipEntries, type ZipEntry } from './zip-entries.ts'

const METADATA = /(?:^|\/)metadata_\d+_to_\d+\.json$/u
const CONTENT = /(?:^|\/)content\/(?<slug>[^/]+)\.html?$/u
const HIGHLIGHTS = /(?:^|\/)highlights\/(?<slug>[^/]+)\.md$/u

const metadataSchema = z.object({
  slug: z.string(),
  title: z.string().nullish(),
  author: z.string().nullish(),
  url: z.string().nullish(),
  state: z.string().nullish(),
  readingProgress: z.number().nullish(),
  labels: z.array(z.string()).nullish(),
  savedAt: z.string().nullish(),
  publishedAt: z.string().nullish(),
})

type Metadata = z.infer<typeof metadataSchema>

interface Marks {
  readonly highlights: readonly ImportedHighlight[]
  readonly note: string | undefined
}

/**
 * `> quote`, then labels as `#label`, then the note, each after a blank line; what stands before the first quote is the
 * note on the whole article (`highlightToMarkdown` in `packages/api/src/utils/parser.ts`).
 */
function marksIn(markdown: string): Marks {
  const highlights: { text: string; notes: string[] }[] = []
  const notes: string[] = []
  for (const block of markdown.split(/\n\s*\n/u)) {
    const text = block.trim()
    if (text === '') continue
    const last = highlights.at(-1)
    if (text.startsWith('>')) highlights.push({ text: text.replace(/^>[ \t]?/gmu, '').trim(), notes: [] })
    else (last?.notes ?? notes).push(text)
  }
  return {
    highlights: highlights
      .filter(({ text }) => text !== '')
      .map(highlight => ({ text: highlight.text, note: textOf(highlight.notes.join('\n\n')) })),
    note: textOf(notes.join('\n\n')),
  }
}

function statedBy(metadata: Metadata, marks: Marks): StatedByFile {
  const author = textOf(metadata.author)
  const state = (metadata.state ?? '').toLowerCase()
  return {
    ...NOTHING_STATED,
    ...marks,
    title: textOf(metadata.title),
    url: webAddress(metadata.url ?? undefined),
    bylines: author === undefined ? undefined : [author],
    published: publishedOf(metadata.publishedAt ?? undefined),
    savedAt: instantOf(metadata.savedAt ?? undefined),
    tags: namesIn(metadata.labels ?? []),
    isRead: state === 'archived' || (metadata.readingProgress ?? 0) >= 100,
    trashed: state === 'deleted',
  }
}

/** Entries of one kind by the slug in their names. */
function bySlug(zip: ZipEntries, pattern: RegExp): Map<string, ZipEntry> {
  return new Map(
    zip.entries.flatMap(entry => {
      const slug = pattern.exec(entry.path)?.groups?.['slug']
      return slug === undefined ? [] : [[slug.normalize('NFC'), entry]]
    }),
  )
}

class OmnivoreExport {
  readonly #zip: ZipEntries
  readonly #content: Map<string, ZipEntry>
  readonly #highlights: Map<string, ZipEntry>

  constructor(zip: ZipEntries) {
    this.#zip = zip
    this.#content = bySlug(zip, CONTENT)
    this.#highlights = bySlug(zip, HIGHLIGHTS)
  }

  async *reads(): AsyncGenerator<ItemRead> {
    for (const entry of this.#zip.entries.filter(({ path }) => METADATA.test(path))) {
      const bytes = await this.#zip.read(entry)
      if (!bytes.ok) {
        yield failedRead(entry.path, entry.path, bytes.error.reason, bytes.error.detail)
        continue
      }
      const file = fileInMemory(entry.path, bytes.value)
      for await (const element of jsonElements(file.stream())) {
        const key = `${entry.path} entry ${element.index + 1}`
        const metadata = metadataSchema.safeParse(parsedJson(element.bytes))
        if (metadata.success) yield await this.#item(key, metadata.data, element.bytes)
        else yield failedRead(key, key, element.reason ?? 'damaged')
      }
    }
    // What no metadata names is in the export all the same.
    for (const slug of [...this.#content.keys(), ...this.#highlights.keys()])
      if (this.#content.has(slug) || this.#highlights.has(slug))
        yield await this.#item(`content/${slug}`, { slug, title: slug }, undefined)
  }

  async #item(key: string, metadata: Metadata, row: Uint8Array | undefined): Promise<ItemRead> {
    const slug = metadata.slug.normalize('NFC')
    const name = textOf(metadata.title) ?? metadata.slug
    const page = this.#content.get(slug)
    const marked = this.#highlights.get(slug)
    this.#content.delete(slug)
    this.#highlights.delete(slug)
    const [html, markdown] = [page && (await this.#zip.read(page)), marked && (await this.#zip.read(marked))]
    if (html?.ok === false) return failedRead(key, name, html.error.reason, html.error.detail)
    if (markdown?.ok === false) return failedRead(key, name, markdown.error.reason, markdown.error.detail)
    const marks = marksIn(markdown === undefined ? '' : new TextDecoder('utf-8').decode(markdown.value))
    const stated = statedBy(metadata, marks)
    const content: ItemContent =
      html === undefined || html.value.length === 0
        ? LINK
        : {
            kind: 'html',
            html: decodeHtml(html.value).text,
            extent: 'article',
            base: stated.url,
            resources: [],
          }
    if (content.kind === 'link' && stated.url === undefined && marks.highlights.length === 0)
      return failedRead(key, name, 'no-text')
    const [bytes, mediaType, originalName] =
      html !== undefined && content.kind === 'html'
        ? [html.value, 'text/html', `${metadata.slug}.html`]
        : [
            row ?? markdown?.value ?? new Uint8Array(0),
            row === undefined ? 'text/markdown' : 'application/json',
            metadata.slug,
          ]
    return itemOf({ key, bytes, mediaType, originalName }, content, stated)
  }
}

async function* readZip(file: ImportFile): AsyncGenerator<ItemRead> {
  const zip = await openZip(file)
  if (zip.ok) yield* new OmnivoreExport(zip.value).reads()
  else yield failedRead('', file.name, zip.error.reason, zip.error.detail)
}

export const isOmnivore = (_head: Uint8Array, _name: string, inside: readonly string[]): boolean =>
  inside.some(path => METADATA.test(path))

/**
 * Omnivore's ZIP: `metadata_0_to_20.json` and so on, each an array of `{ slug, title, author, url, state,
 * readingProgress, labels, savedAt, publishedAt }`, `content/<slug>.html` and `highlights/<slug>.md`
 * (omnivore-app/omnivore, `packages/api/src/jobs/export.ts`). The original kept is the article's HTML, or the metadata
 * where there is none.
 */
export const readOmnivore: FormatReader = readZip
