import { createHash } from 'node:crypto'
import type { ExportHead } from '../core/export/plan.ts'
import type { ExportSource } from '../core/export/writer.ts'
import type { ListedEvent } from '../core/model/chronology.ts'
import type { CitationStyle } from '../core/model/citation-style.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { TemplateProblem } from '../core/model/export-template.ts'
import { fail, type Result } from '../core/result.ts'
import { readArticle } from '../store/articles.ts'
import { findAsset } from '../store/assets.ts'
import { clippingHistory } from '../store/clipping-history.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { readOriginal } from '../store/originals.ts'
import { readNewerArticle } from '../store/read-newer.ts'
import { orThrow, StoreError, type StoreFailure } from '../store/store-failure.ts'
import { endIfCancelled } from '../store/watched-files.ts'
import { referenceStyle } from './citation-styles.ts'
import type { Watch } from './watch.ts'

/** What is exported of a library. */
export interface ExportOf extends ExportHead {
  readonly library: string
  /** Where a newer version wrote the library, so that its articles are read as far as they are understood. */
  readonly newer: StoreFailure | undefined
  readonly collections: readonly { readonly id: string; readonly name: string }[]
  /** Events to stand before the articles of a book. */
  readonly chronology?: readonly ListedEvent[] | undefined
  /** How many are exported; a preview is given the first of them. */
  readonly articles: number
  readonly citationStyle: CitationStyle
  /** The clippings in the order of the export, one a line of JSON. */
  readonly clippings: Uint8Array
}

/** Follows the reading of a source; `onEntry` is called when an article was used up. */
export interface SourceWatch {
  readonly signal?: AbortSignal | undefined
  readonly onEntry?: () => void
  /** Hears of a cancellation in the midst of work that does not wait for anything. */
  readonly look?: Watch['look']
  readonly onLeftOut?: () => void
  /** How far such work is. */
  readonly onWork?: Watch['progress']
}

/** One clipping as {@link ExportOf} has it. */
export const clippingLine = (clipping: Clipping): Uint8Array => Buffer.from(`${JSON.stringify(clipping)}\n`)

/**
 * Reads what writers ask for out of the library's folder. An article or an original that cannot be read ends the export
 * with a {@link StoreError}, and so does `signal`, as `cancelled`; a picture that cannot is as one that is not there.
 */
export function exportSource(of: ExportOf, watch: SourceWatch = {}): ExportSource {
  const { library, newer, collections, clippings: lines, ...head } = of
  const files = durableFiles(nodeFileSystem, library)
  // Written by `clippingLine` in this process.
  const clippings = Buffer.from(lines)
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Clipping)
  return {
    ...head,
    clippings,
    collections: new Map(collections.map(({ id, name }) => [id, name])),
    async *entries(first = clippings.length) {
      for (const clipping of clippings.slice(0, first)) {
        endIfCancelled(watch)
        const article = await (newer
          ? readNewerArticle(files, clipping, newer)
          : readArticle(files, clipping))
        yield { clipping, article: orThrow(article) }
        watch.onEntry?.()
      }
    },
    async picture(sha256) {
      endIfCancelled(watch)
      const found = await findAsset(files, sha256)
      return found.ok ? found.value : undefined
    },
    async original(sha256) {
      endIfCancelled(watch)
      const read = await readOriginal(files, sha256)
      if (!read.ok && read.error.code !== 'not-found') throw new StoreError(read.error)
      return read.ok ? read.value : undefined
    },
    digest: bytes => createHash('sha256').update(bytes).digest(),
    encode: text => Buffer.from(text, 'utf8'),
    async history() {
      // Of changes that a newer version made, this one understands some.
      if (newer) throw new StoreError(newer)
      return clippingHistory(files, new Set(clippings.map(({ id }) => id)), watch)
    },
    referenceStyle,
    onWork(done, total) {
      watch.look?.()
      endIfCancelled(watch)
      watch.onWork?.(done, total)
    },
    onLeftOut: () => watch.onLeftOut?.(),
    async render(template, data) {
      const { MOST_IN_TEMPLATE, renderTemplate } = await import('./render-template.ts')
      const filled: Result<string, TemplateProblem> =
        of.articles > MOST_IN_TEMPLATE
          ? fail({ reason: 'too-many', line: 1, column: 1, word: String(MOST_IN_TEMPLATE) })
          : renderTemplate(template, data)
      if (filled.ok) return filled.value
      throw new StoreError({ code: 'template-failed', message: filled.error.reason, template: filled.error })
    },
    workbook: async sheet => (await import('./workbook.ts')).workbook(sheet),
  }
}
