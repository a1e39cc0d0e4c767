import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPage } from '../core/extract/html/page/read-page.ts'
import { withPictures } from '../core/extract/html/pictures.ts'
import { extractHtml } from '../core/extract/html/pipeline.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { type PageFiles, safePage } from '../core/original-page/safe-page.ts'
import { dataBytes, fontAddress, pictureAddress } from '../formats/embedded-data.ts'
import { htmlTools } from '../formats/html-tools.ts'
import { isPageType, type KeptPage, openKeptPage } from '../formats/kept-page.ts'
import { hasTooManyTags } from '../formats/markup-size.ts'
import { addressIn } from '../formats/page-addresses.ts'
import { sha256Of } from '../store/content-files.ts'
import { assetPath, originalPath } from '../store/paths.ts'
import { isMissing } from '../store/store-failure.ts'
import { readArticleFile } from './article-file.ts'
import type { Tasks } from './tasks.ts'

/** All pictures and typefaces of a page together, each time that it shows them: a window has to hold it. */
const MOST_BYTES = 48 * 1024 * 1024

async function fileBytes(library: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(library, path))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** For each figure of a body, by its place in the source, the picture that it shows. */
const assetsByOrder = ({ body }: Pick<Article, 'body'>): Map<number, string> =>
  new Map(
    body.children.flatMap(block =>
      block.tagName !== 'figure'
        ? []
        : block.children.flatMap(child =>
            child.tagName === 'img' ? [[block.properties.dataOrder, child.properties.dataAsset]] : [],
          ),
    ),
  )

/**
 * The pictures that lay beside a saved page, by their addresses: the library has those of the article, by the places of its
 * figures, and reading the page again tells which address stands at each place.
 */
async function picturesBeside(
  library: string,
  clipping: Clipping,
  html: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { assets = [] } = clipping
  const first = assets.length === 0 ? undefined : await readArticleFile(library, clipping.id, 1)
  if (first === undefined) return new Map()
  const addresses = new Map<string, string>()
  const named = (address: string): string => {
    const name = sha256Of(Buffer.from(address))
    addresses.set(name, address)
    return name
  }
  const extraction = extractHtml(
    { html, extent: 'page' },
    { clippedAt: clipping.clippedAt, tools: htmlTools },
  )
  const again = withPictures(extraction, readPage(html), named)
  const kept = assetsByOrder(first)
  const found = new Map<string, Uint8Array>()
  for (const [order, name] of assetsByOrder(again.article)) {
    const asset = assets.find(({ sha256 }) => sha256 === kept.get(order))
    const address = addresses.get(name)
    const bytes = asset && (await fileBytes(library, assetPath(asset)))
    if (address !== undefined && bytes !== undefined) found.set(address, bytes)
  }
  return found
}

/** What the page may show: the files that came in it or lay beside it, and what is written into its markup. */
function filesOf(page: KeptPage, beside: ReadonlyMap<string, Uint8Array>): PageFiles {
  let left = MOST_BYTES
  const within = (data: string | undefined): string | undefined => {
    if (data === undefined || data.length > left) return undefined
    left -= data.length
    return data
  }
  const resolved = (address: string, base: string | undefined) =>
    base === undefined ? address : addressIn(base, address)
  return {
    picture: (address, base) => {
      const bytes =
        dataBytes(address) ?? beside.get(address) ?? page.find(resolved(address, base)) ?? page.find(address)
      return within(bytes && pictureAddress(bytes))
    },
    font: address => {
      const bytes = dataBytes(address)
      return within(bytes && fontAddress(bytes))
    },
    style: address => {
      const bytes = dataBytes(address) ?? page.find(address)
      if (bytes === undefined) return undefined
      const base = /^(?:data|cid):/iu.test(address) ? page.base : addressIn(page.base, address)
      return { css: new TextDecoder().decode(bytes), base }
    },
  }
}

/** Makes of a clipping's original a page that only shows; the first original that is a page counts. */
export async function showOriginalPage({
  library,
  clipping,
}: Tasks['original-page']['input']): Promise<Tasks['original-page']['output']> {
  const original = clipping.originals.find(({ mediaType }) => isPageType(mediaType))
  if (original === undefined) return { state: 'not-a-page' }
  const bytes = await fileBytes(library, originalPath(original.sha256))
  if (bytes === undefined) return { state: 'missing' }
  const page = openKeptPage(bytes, original.mediaType)
  if (page === undefined) return { state: 'not-a-page' }
  if (hasTooManyTags(page.html)) return { state: 'too-large' }
  const isAlone = /^(?:text\/html|application\/xhtml)/iu.test(original.mediaType)
  const beside = isAlone ? await picturesBeside(library, clipping, page.html) : new Map<string, Uint8Array>()
  return { state: 'page', ...safePage(page.html, filesOf(page, beside)) }
}
