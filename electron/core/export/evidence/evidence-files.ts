import { ASSET_TYPES } from '../../model/asset.ts'
import type { Original } from '../../model/clipping.ts'
import { clippingFileName, fileNameOf, uniqueNames } from '../file-name.ts'
import { highlightsInOrder } from '../highlights.ts'
import { articleMarkdown } from '../markdown/article.ts'
import { oneLine } from '../one-line.ts'
import type { ExportEntry } from '../plan.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { type BaggedClipping, type BagIndex, CLIPPING_FILE, HISTORY_FILE } from './bag-index.ts'
import { CHAIN_START, chainLine, chainOf, changesUpTo, type LoggedChange } from './change-chain.ts'
import {
  BAG_DECLARATION,
  BAG_INFO,
  DECLARATION,
  INDEX,
  MANIFEST,
  manifestLine,
  PAYLOAD,
  READ_ME,
  TAG_MANIFEST,
} from './manifest.ts'
import { readMeText } from './read-me.ts'

interface WholeFile {
  readonly path: string
  readonly content: Uint8Array
}

/** Sums of files as they go by. */
class Sums {
  readonly lines: string[] = []
  bytes = 0
  readonly #source: ExportSource

  constructor(source: ExportSource) {
    this.#source = source
  }

  add({ path, content }: WholeFile): WholeFile {
    this.lines.push(manifestLine(path, hexOf(this.#source.digest(content))))
    this.bytes += content.length
    return { path, content }
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** Manifests would escape a percent sign, which `sha256sum` does not understand. */
const bagName = (words: string, fallback: string): string => fileNameOf(words.replaceAll('%', ' '), fallback)

/** The original's own name, safe on every system, with its ending where there is room for one. */
function originalName({ name, sha256 }: Original): string {
  const own = name.split(/[/\\]/u).at(-1) ?? ''
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(own)?.[0] ?? ''
  return `${bagName(own.slice(0, own.length - ending.length), sha256)}${ending}`
}

/**
 * Clippings as a BagIt bag (RFC 8493): originals, texts, fields, highlights, and each one's changes as a chain of hashes,
 * with the sums of all files and plain words on what that proves. `below` is the folder that the bag is in, for an archive.
 */
export async function* evidenceFiles(
  source: ExportSource,
  first?: number,
  below = '',
): AsyncGenerator<ExportedFile> {
  const payload = new Sums(source)
  const tags = new Sums(source)
  const put = ({ path, content }: WholeFile): ExportedFile => ({ path: `${below}${path}`, content })
  const file = (path: string, text: string): WholeFile => ({ path, content: source.encode(text) })

  const index: BaggedClipping[] = []
  const history = await source.history()
  const unique = uniqueNames('')
  for await (const entry of source.entries(first)) {
    const title = clippingFileName(entry.clipping, wordsOf(source.language).untitled)
    const folder = `${PAYLOAD}clippings/${unique(bagName(title, entry.clipping.id))}/`
    const { files, record } = await clippingFiles(source, entry, folder, history.get(entry.clipping.id) ?? [])
    for (const each of files) yield put(payload.add(each))
    index.push(record)
  }
  yield put(payload.add(file(INDEX, json({ evidenceFormat: 1, clippings: index } satisfies BagIndex))))

  const day = source.createdAt.slice(0, 10)
  const info = [
    `Bag-Software-Agent: Cuttings`,
    `Bagging-Date: ${day}`,
    `External-Description: ${oneLine(source.title)}`,
    `Payload-Oxum: ${payload.bytes}.${payload.lines.length}`,
  ]
  for (const tag of [
    file(BAG_DECLARATION, DECLARATION),
    file(BAG_INFO, `${info.join('\n')}\n`),
    file(READ_ME, readMeText(oneLine(source.title), day, source.language)),
    file(MANIFEST, payload.lines.join('')),
  ])
    yield put(tags.add(tag))
  yield put(file(TAG_MANIFEST, tags.lines.join('')))
}

/** A bag in an archive is in a folder of its own (RFC 8493, section 4.1). */
export const evidenceArchive = (source: ExportSource, first?: number): AsyncGenerator<ExportedFile> =>
  evidenceFiles(source, first, `${bagName(source.title, 'evidence')}/`)

async function clippingFiles(
  source: ExportSource,
  { clipping, article }: ExportEntry,
  folder: string,
  changes: readonly LoggedChange[],
): Promise<{ files: WholeFile[]; record: BaggedClipping }> {
  const chain = chainOf(changesUpTo(clipping, changes), text => hexOf(source.digest(source.encode(text))))
  const file = (name: string, text: string): WholeFile => ({
    path: `${folder}${name}`,
    content: source.encode(text),
  })
  const files = [
    file(CLIPPING_FILE, json(clipping)),
    file('article.json', json(article)),
    file('article.md', articleMarkdown(clipping, article, { language: source.language })),
    file('highlights.json', json(highlightsInOrder(article))),
    file(HISTORY_FILE, chain.map(chainLine).join('')),
  ]
  const originals: BaggedClipping['originals'] = []
  const names = uniqueNames('')
  for (const original of clipping.originals) {
    const content = await source.original(original.sha256)
    const path = `${folder}original/${names(originalName(original))}`
    if (content !== undefined) files.push({ path, content })
    originals.push({ sha256: original.sha256, path: content === undefined ? null : path })
  }
  const pictures: BaggedClipping['pictures'] = []
  for (const { sha256, mediaType } of clipping.assets ?? []) {
    const picture = await source.picture(sha256)
    const path = `${folder}pictures/${sha256}.${ASSET_TYPES[mediaType]}`
    if (picture !== undefined) files.push({ path, content: picture.bytes })
    pictures.push({ sha256, path: picture === undefined ? null : path })
  }
  return {
    files,
    record: {
      id: clipping.id,
      title: clipping.title,
      folder,
      originals,
      pictures,
      changes: chain.length,
      chainEnd: chain.at(-1)?.hash ?? CHAIN_START,
    },
  }
}
