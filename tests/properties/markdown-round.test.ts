import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../electron/core/body/figures.ts'
import { lengthOf } from '../../electron/core/body/text.ts'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'
import type { Article } from '../../electron/core/model/article.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { DEFAULT_MARKDOWN } from '../../electron/core/model/markdown-layout.ts'
import { readHtml } from '../../electron/formats/html.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../electron/formats/markdown-note.ts'
import { type ReadItem, readItem } from '../../electron/work/read-item.ts'
import { articleWith, clippingWith } from '../unit/core/export/sample-clipping.ts'
import { articles, clippings, PICTURES } from './markdown-arbitraries.ts'

const NOW = '2026-06-01T00:00:00.123Z'
const FLAVOURS = ['commonmark', 'github', 'obsidian'] as const

type Flavour = (typeof FLAVOURS)[number]
type Pictures = 'beside' | 'embedded'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pictures = new Map(PICTURES.map(bytes => [sha256Of(bytes), bytes]))

/** Where an export puts a picture: in a folder beside the file, or in the file. */
const addressOf = (where: Pictures) => (sha256: string) => {
  const bytes = pictures.get(sha256)
  if (bytes === undefined) return undefined
  return where === 'beside'
    ? `assets/${sha256}.png`
    : `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}

const exported = (clipping: Clipping, article: Article, flavour: Flavour, where: Pictures): string =>
  articleMarkdown(clipping, article, {
    language: 'en',
    layout: { ...DEFAULT_MARKDOWN, flavour, pictures: where },
    assetPath: addressOf(where),
  })

async function imported(markdown: string): Promise<ReadItem> {
  const file = fileInMemory('exported.md', new TextEncoder().encode(markdown))
  const beside = (path: string) => Promise.resolve(pictures.get(/[\da-f]{64}/u.exec(path)?.[0] ?? ''))
  for await (const read of readMarkdownNote({ ...file, beside })) {
    if (!read.ok) throw new Error(read.error.reason)
    const item = readItem(read.value, NOW)
    if (!item.ok) throw new Error(item.error.reason)
    return item.value
  }
  throw new Error('nothing was read')
}

/** The export of what an import of `markdown` keeps, under the identity and from the originals of before. */
function exportedAgain(
  { extraction, tags, note, clippedAt, url, assets }: ReadItem,
  { clipping, article }: { readonly clipping: Clipping; readonly article: Article },
  flavour: Flavour,
  where: Pictures,
): string {
  const kept = new Set(assets.map(({ bytes }) => sha256Of(bytes)))
  for (const { asset } of extraction.article.figures)
    if (asset !== undefined && !kept.has(asset)) throw new Error('a picture of the text was not kept')
  return exported(
    {
      ...extraction.clipping,
      id: clipping.id,
      originals: clipping.originals,
      updatedAt: NOW,
      collections: [],
      starred: false,
      articleRevision: 1,
      clippedAt: clippedAt ?? NOW,
      tags: [...tags],
      ...(note !== undefined && { note }),
      ...(url !== undefined && { url }),
    },
    { ...extraction.article, id: article.id, revision: 1 },
    flavour,
    where,
  )
}

/** Where the date was read from is now the file. */
const withoutOrigin = (markdown: string): string => markdown.replace(/^published-origin: .*$/mu, '')

async function isTheSame(
  entry: { readonly clipping: Clipping; readonly article: Article },
  flavour: Flavour,
  where: Pictures,
): Promise<void> {
  const first = exported(entry.clipping, entry.article, flavour, where)
  const again = exportedAgain(await imported(first), entry, flavour, where)
  expect(withoutOrigin(again)).toBe(withoutOrigin(first))
}

const PAGES = fileURLToPath(new URL('../../../shared/articles/pages/', import.meta.url))
const PAGES_READ = 40

/** A spread of the pages that the project may read and not hold. */
function somePages(): string[] {
  if (!existsSync(PAGES)) return []
  const all = readdirSync(PAGES, { encoding: 'utf8', recursive: true })
    .filter(path => /\.(?:html|txt)\.gz$/u.test(path))
    .sort()
  const step = Math.max(1, Math.floor(all.length / PAGES_READ))
  return all.filter((_, at) => at % step === 0).slice(0, PAGES_READ)
}

function pageOf(path: string) {
  const bytes = new Uint8Array(gunzipSync(readFileSync(`${PAGES}${path}`)))
  if (path.endsWith('.txt.gz')) return extractPasted(new TextDecoder().decode(bytes), { clippedAt: NOW })
  const page = readHtml(bytes)
  return page.ok ? extractHtml(page.value, { clippedAt: NOW, tools: htmlTools }) : undefined
}

describe('an article that was exported as Markdown and imported again', { timeout: 60_000 }, () => {
  it.each(
    FLAVOURS.flatMap(flavour => (['beside', 'embedded'] as const).map(where => [flavour, where] as const)),
  )('is exported as the same file, whatever it holds, for %s with pictures %s', async (flavour, where) => {
    await fc.assert(
      fc.asyncProperty(clippings, articles, (clipping, article) => {
        fc.pre(lengthOf(article.body) > 0)
        return isTheSame({ clipping, article }, flavour, where)
      }),
      { seed: 20261129, numRuns: 40 },
    )
  })

  it.runIf(existsSync(PAGES))('is exported as the same file, where it is a page of the web', async () => {
    for (const path of somePages()) {
      const page = pageOf(path)
      if (page === undefined || page.article.body.children.length === 0) continue
      const { source: _, ...kept } = clippingWith()
      const clipping = { ...kept, ...page.clipping }
      const article = { ...articleWith(page.article.body.children), figures: figuresOf(page.article.body) }
      await isTheSame({ clipping, article }, 'commonmark', 'beside').catch((error: unknown) => {
        throw new Error(`${path} differs`, { cause: error })
      })
    }
  })
})
