import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXTRACTOR_VERSION } from '../core/extract/extractor-version.ts'
import { applyOutletRules } from '../core/library/apply-outlet-rules.ts'
import { type RereadField, reextracted } from '../core/library/reextract.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping, Original } from '../core/model/clipping.ts'
import type { Published } from '../core/model/stated.ts'
import { diffArticles } from '../core/similarity/diff-articles.ts'
import { fileInMemory } from '../formats/import-file.ts'
import { originalPath } from '../store/paths.ts'
import { isMissing } from '../store/store-failure.ts'
import { readArticleFile } from './article-file.ts'
import { readAny } from './read-any.ts'
import { type ReadItem, readItem } from './read-item.ts'
import { readPaste } from './read-paste.ts'
import type { Tasks } from './tasks.ts'

/** Documents that are read whole; a part of an export can be read within the export alone. */
const READABLE =
  /^(?:text\/(?:html|plain|markdown|rtf)|application\/(?:xhtml\+xml|pdf|rtf|epub\+zip|vnd\.ms-outlook|vnd\.oasis\.opendocument\.text|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|multipart\/related|message\/rfc822)\b/iu

async function bytesOf(library: string, { sha256 }: Original): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(library, originalPath(sha256)))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Of an export that has no text there is nothing to read anew. */
const isAddressAlone = ({ length, originals }: Clipping): boolean =>
  length === 0 && !originals.some(({ mediaType }) => READABLE.test(mediaType))

type Read = Pick<ReadItem, 'extraction' | 'assets'> & { readonly url?: string | undefined }

/** What was pasted has two originals, which are read as one; undefined for anything else. */
async function readPasted(library: string, clipping: Clipping): Promise<Read | undefined> {
  const { originals, clippedAt, url } = clipping
  const [text, html] = ['text/plain', 'text/html'].map(type =>
    originals.find(({ mediaType }) => mediaType.startsWith(type)),
  )
  if (text === undefined || html === undefined) return undefined
  const [words, markup] = await Promise.all([bytesOf(library, text), bytesOf(library, html)])
  if (words === undefined || markup === undefined) return undefined
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  return readPaste({ text: decode(words), html: decode(markup), url, clippedAt })
}

/** The first document of the first original that can be read. */
async function readOriginals(library: string, clipping: Clipping): Promise<Read | undefined> {
  const pasted = await readPasted(library, clipping)
  if (pasted !== undefined) return pasted
  for (const original of clipping.originals) {
    if (!READABLE.test(original.mediaType)) continue
    const bytes = await bytesOf(library, original)
    if (bytes === undefined) continue
    for await (const item of readAny(fileInMemory(original.name, bytes))) {
      if (!item.ok) break
      const read = readItem(item.value, clipping.clippedAt)
      if (read.ok && !read.value.isLink) return read.value
      break
    }
  }
  return undefined
}

const edtfOf = (published: Published): string | null =>
  typeof published === 'object' ? published.edtf : null

function fieldText(clipping: Pick<Clipping, RereadField>, field: RereadField): string | null {
  switch (field) {
    case 'title':
      return clipping.title
    case 'published':
      return edtfOf(clipping.published)
    case 'sources':
      return clipping.sources.map(({ name }) => name).join('\n')
    default:
      return clipping[field].join('\n')
  }
}

const SHOWN = ['title', 'bylines', 'sources', 'editors', 'published'] as const satisfies RereadField[]

const withoutVersion = ({ extractorVersion: _, revision: __, ...rest }: Article): string =>
  JSON.stringify(rest)

/** Reads a clipping's original with the extractor of now, and says what that would change. */
export async function reextract({
  library,
  clipping,
  rules,
  isForced,
}: Tasks['reextract']['input']): Promise<Tasks['reextract']['output']> {
  const article = await readArticleFile(library, clipping.id, clipping.articleRevision)
  if (article === undefined) return { state: 'unreadable' }
  // Clippings of before the third clock say nothing of when it happened.
  const isOfNow = article.extractorVersion >= EXTRACTOR_VERSION && clipping.happened !== undefined
  const isRead = isOfNow || isAddressAlone(clipping)
  if (!isForced && isRead) return { state: 'current' }
  const read = await readOriginals(library, clipping)
  if (read === undefined) return { state: 'unreadable' }
  const first = (await readArticleFile(library, clipping.id, 1)) ?? article
  const extraction = applyOutletRules(read.extraction, rules, clipping.url ?? read.url)
  const after = reextracted({ clipping, article, first }, extraction)
  const fields = SHOWN.flatMap(field => {
    const [was, is] = [fieldText(clipping, field), fieldText(after.reread, field)]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
  const isSame =
    fields.length === 0 &&
    JSON.stringify(after.reread.happened) === JSON.stringify(clipping.happened) &&
    withoutVersion(after.article) === withoutVersion(article)
  if (isSame) return { state: 'same' }
  const diff = diffArticles(
    { title: clipping.title, body: article.body },
    { title: after.reread.title, body: after.article.body },
  )
  return { state: 'changed', fields, diff, assets: [...read.assets], ...after }
}
