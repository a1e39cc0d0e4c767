import { lengthOf } from '../core/body/text.ts'
import { readPage } from '../core/extract/html/page/read-page.ts'
import { withPictures } from '../core/extract/html/pictures.ts'
import { extractHtml } from '../core/extract/html/pipeline.ts'
import { highlightsFrom } from '../core/extract/imported-highlights.ts'
import { extractPasted } from '../core/extract/pipeline.ts'
import { linkExtraction, withStated } from '../core/extract/stated-by-file.ts'
import { ASSET_TYPES, type Asset } from '../core/model/asset.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type {
  ImportItem,
  ItemContent,
  ReadFailure,
  Resource,
  StatedByFile,
} from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { htmlTools } from '../formats/html-tools.ts'
import { hasTooManyTags } from '../formats/markup-size.ts'
import { addressIn } from '../formats/page-addresses.ts'
import { pictureType } from '../formats/picture-type.ts'
import { webAddress } from '../formats/stated-values.ts'
import type { AssetBytes } from '../store/assets.ts'
import { sha256Of } from '../store/content-files.ts'
import type { SourceBytes } from '../store/originals.ts'
import { uuidIdentifiers } from '../store/system-ports.ts'
import { textDigestOf } from './text-digest.ts'

/** An item that was read, before the library is asked whether it has it: plain data that structured clone carries. */
export interface ReadItem {
  readonly key: string
  readonly name: string
  readonly extraction: Extraction
  readonly original: SourceBytes & { readonly sha256: string }
  readonly assets: readonly AssetBytes[]
  readonly url: string | undefined
  /** The export has the address alone. */
  readonly isLink: boolean
  /** Two texts with the same words have the same. */
  readonly textDigest: string
  readonly clippedAt: string | undefined
  readonly readAt: string | undefined
  readonly starred: boolean
  readonly trashed: boolean
  readonly note: string | undefined
  readonly tags: readonly string[]
  /** Names of collections, one for each folder that it lies in. */
  readonly folders: readonly string[]
}

const isAssetType = (mediaType: string | undefined): mediaType is Asset['mediaType'] =>
  mediaType !== undefined && Object.hasOwn(ASSET_TYPES, mediaType)

/** A picture that a library keeps, by its first bytes, whatever it is called. */
function assetOf(bytes: Uint8Array): AssetBytes | undefined {
  const mediaType = pictureType(bytes)
  return isAssetType(mediaType) ? { bytes, mediaType } : undefined
}

const DATA_URL = /^data:image\/[\w.+-]+(?:;[^,;]*)*;base64,(?<base64>[A-Za-z0-9+/=\s]+)$/iu

/** The pictures that a document brought along, and those written into its markup. */
class Pictures {
  readonly #assets = new Map<string, AssetBytes>()
  readonly #byAddress = new Map<string, string>()
  readonly #base: string | undefined

  constructor(resources: readonly Resource[], base: string | undefined) {
    this.#base = base
    for (const { address, bytes } of resources) this.#keep(address, bytes)
  }

  #keep(address: string, bytes: Uint8Array): string | undefined {
    const asset = assetOf(bytes)
    if (asset === undefined) return undefined
    const sha256 = sha256Of(bytes)
    this.#assets.set(sha256, asset)
    this.#byAddress.set(address, sha256)
    return sha256
  }

  /** The SHA-256 of the picture at an address of the markup; nothing is ever fetched. */
  readonly find = (address: string): string | undefined => {
    const known = this.#byAddress.get(address) ?? this.#byAddress.get(addressIn(this.#base, address))
    if (known !== undefined) return known
    const base64 = DATA_URL.exec(address)?.groups?.['base64']
    return base64 === undefined ? undefined : this.#keep(address, Buffer.from(base64, 'base64'))
  }

  get all(): readonly AssetBytes[] {
    return [...this.#assets.values()]
  }
}

interface Content {
  readonly extraction: Extraction
  readonly assets: readonly AssetBytes[]
}

/** Reads markup, with those of its pictures that are at hand. */
export function readMarkup(
  { html, extent, base, resources }: Extract<ItemContent, { kind: 'html' }>,
  stated: Pick<StatedByFile, 'url' | 'savedAt'>,
  clippedAt: string,
): Content {
  const savedFrom = webAddress(stated.url)
  const baseOnTheWeb = webAddress(base)
  const source = {
    html,
    extent,
    ...(savedFrom !== undefined && { savedFrom }),
    ...(baseOnTheWeb !== undefined && { base: baseOnTheWeb }),
    ...(stated.savedAt !== undefined && { savedAt: stated.savedAt }),
  }
  const extraction = extractHtml(source, { clippedAt, tools: htmlTools })
  if (resources.length === 0 && !/data:image\//iu.test(html)) return { extraction, assets: [] }
  const pictures = new Pictures(resources, base)
  const illustrated = withPictures(extraction, readPage(html), pictures.find)
  return { extraction: illustrated, assets: pictures.all }
}

function readContent(item: ImportItem, clippedAt: string): Content | undefined {
  const { content } = item
  switch (content.kind) {
    case 'html':
      return readMarkup(content, item.stated, clippedAt)
    case 'text':
      return { extraction: extractPasted(content.text, { clippedAt }), assets: [] }
    case 'extraction':
      return {
        extraction: content.extraction,
        assets: content.resources.flatMap(({ bytes }) => assetOf(bytes) ?? []),
      }
    case 'link':
      return undefined
  }
}

const LINK_EXTRACTOR = 1

function stating(read: Content | undefined, { content, stated }: ImportItem): Extraction {
  if (read === undefined) return linkExtraction(stated, LINK_EXTRACTOR)
  if (content.kind === 'extraction' && content.isComplete === true) return read.extraction
  return withStated(read.extraction, stated)
}

/** Titles of pages whose text has none are not left empty: the list shows where the page was, or its file's name. */
function titled(extraction: Extraction, item: ImportItem): Extraction {
  const isComplete = item.content.kind === 'extraction' && item.content.isComplete === true
  if (isComplete || extraction.clipping.title.trim() !== '') return extraction
  return { ...extraction, clipping: { ...extraction.clipping, title: item.stated.url ?? item.name } }
}

/**
 * Reads an item whole: its text through the pipeline of its kind, then what its file states in the place of what the
 * text says, then its highlights by their words. `clippedAt` is the present; nothing is published later.
 */
export function readItem(item: ImportItem, clippedAt: string): Result<ReadItem, ReadFailure> {
  const { stated, original, content } = item
  if (content.kind === 'html' && hasTooManyTags(content.html))
    return fail({ key: item.key, name: item.name, reason: 'too-large' })
  const savedAt = stated.savedAt !== undefined && stated.savedAt <= clippedAt ? stated.savedAt : undefined
  const read = readContent(item, clippedAt)
  const extraction = titled(stating(read, item), item)
  const { body, setAside } = extraction.article
  const isEmpty = lengthOf(body) === 0 && setAside.length === 0
  const isNothing = isEmpty && item.state !== 'no-text'
  if (read !== undefined && isNothing && stated.url === undefined && stated.note === undefined)
    return fail({ key: item.key, name: item.name, reason: 'no-text' })
  const at = savedAt ?? clippedAt
  const highlights = highlightsFrom(stated.highlights, body, {
    id: () => uuidIdentifiers.next(Date.parse(at)),
    at,
  })
  return ok({
    key: item.key,
    name: item.name,
    extraction: {
      ...extraction,
      article: { ...extraction.article, ...(highlights.length > 0 && { highlights }) },
    },
    original: { ...original, sha256: sha256Of(original.bytes) },
    assets: read?.assets ?? [],
    url: webAddress(stated.url) ?? extraction.clipping.url,
    isLink: read === undefined || (isEmpty && stated.url !== undefined),
    textDigest: textDigestOf(body),
    clippedAt: savedAt,
    readAt: stated.readAt ?? (stated.isRead === true ? at : undefined),
    starred: stated.starred ?? false,
    trashed: stated.trashed ?? false,
    note: stated.note,
    tags: stated.tags,
    folders: stated.folders.filter(path => path.length > 0).map(path => path.join(' / ')),
  })
}
