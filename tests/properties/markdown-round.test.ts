import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../electron/core/body/figures.ts'
import { textOf } from '../../electron/core/body/text.ts'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'
import { quoteAt } from '../../electron/core/library/reanchor.ts'
import type { Article } from '../../electron/core/model/article.ts'
import type { Block } from '../../electron/core/model/body.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'
import { HIGHLIGHT_COLOURS, type Highlight } from '../../electron/core/model/highlight.ts'
import { DEFAULT_MARKDOWN } from '../../electron/core/model/markdown-layout.ts'
import { readHtml } from '../../electron/formats/html.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../electron/formats/markdown-note.ts'
import { type ReadItem, readItem } from '../../electron/work/read-item.ts'
import { extractPage, goldenPages } from '../articles/golden.ts'
import { articleWith, clippingWith } from '../unit/core/export/sample-clipping.ts'
import { sampleId } from '../unit/core/library/samples.ts'
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

/** The ways of an export that is read back as it was; ARCHITECTURE.md says why the others are for reading alone. */
const WAYS = FLAVOURS.flatMap(flavour =>
  (['beside', 'embedded'] as const).map(where => [flavour, where] as const),
)

/** A page as somebody uses it: pictures in its figures, and passages marked, of which some stand more than once. */
function used({ clipping: read, article: { body } }: Extraction) {
  const [sha256 = ''] = pictures.keys()
  const children = body.children.map((block): Block => {
    if (block.tagName !== 'figure' || block.children.some(({ tagName }) => tagName === 'img')) return block
    const properties = { dataAsset: sha256, alt: 'At the quay' }
    return {
      ...block,
      children: [{ type: 'element', tagName: 'img', properties, children: [] }, ...block.children],
    }
  })
  const article = { ...articleWith(children), figures: figuresOf({ type: 'root', children }) }
  const text = textOf(article.body)
  const passages = [...text.matchAll(/[\p{L}\p{N}]{2,12}/gu)].filter((_, at) => at % 7 === 3)
  const highlights = passages.map(({ index: start, 0: { length } }, at): Highlight => {
    const end = start + length
    return {
      id: sampleId(at + 1),
      quote: quoteAt(text, start, end),
      position: { start, end },
      colour: HIGHLIGHT_COLOURS[at % HIGHLIGHT_COLOURS.length] ?? 'yellow',
      ...(at % 2 === 0 && { note: `Ask *who*.\nNote ${at}` }),
      madeAt: '2026-01-01T00:00:00.000Z',
    }
  })
  const { source: _, ...kept } = clippingWith()
  return { clipping: { ...kept, ...read }, article: { ...article, highlights } }
}

describe('an article that was exported as Markdown and imported again', { timeout: 60_000 }, () => {
  it.each(WAYS)(
    'is exported as the same file, whatever it holds, for %s with pictures %s',
    async (flavour, where) => {
      await fc.assert(
        fc.asyncProperty(clippings, articles, (clipping, article) => {
          // Without a word there is nothing to import.
          fc.pre(textOf(article.body).trim() !== '')
          return isTheSame({ clipping, article }, flavour, where)
        }),
        { seed: 20261129, numRuns: 40 },
      )
    },
  )

  it.each([...goldenPages(), 'h20-approval'])(
    'is exported as the same file, for every program that is read back, where it is %s',
    async page => {
      const entry = used(extractPage(page))
      expect(entry.article.highlights.length).toBeGreaterThan(0)
      for (const [flavour, where] of WAYS) await isTheSame(entry, flavour, where)
    },
  )

  it('is exported as the same file, where its words look as if they had once been decoded wrongly', async () => {
    const lines = [
      'Die Brücke wird schöner',
      'Fünf Gärten über der Brücke wären schöner, hieß es am Freitag: größere Bäume, kühlere Höfe, süße Körbe.',
      'Die Bürger müssten dafür höhere Gebühren zahlen, erklärte die Behörde für Grünflächen im Rathaus.',
      'Später könnten weitere Höfe dazukommen, sagte die Präsidentin, und Bänke für müde Fußgänger.',
    ]
    const garbled = lines.map(line => Buffer.from(line, 'utf8').toString('latin1')).join('\n\n')
    const page = extractPasted(garbled, { clippedAt: NOW })
    expect(textOf(page.article.body)).toContain('GÃ¤rten')
    for (const [flavour, where] of WAYS) await isTheSame(used(page), flavour, where)
  })

  it.runIf(existsSync(PAGES))('is exported as the same file, where it is a page of the web', async () => {
    for (const [at, path] of somePages().entries()) {
      const page = pageOf(path)
      if (page === undefined || page.article.body.children.length === 0) continue
      const [flavour, where] = WAYS[at % WAYS.length] ?? (['commonmark', 'beside'] as const)
      await isTheSame(used(page), flavour, where).catch((error: unknown) => {
        throw new Error(`${path} differs for ${flavour}`, { cause: error })
      })
    }
  })
})
