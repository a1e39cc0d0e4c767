import type { ItemRead } from '../core/model/import-item.ts'
import { ok } from '../core/result.ts'
import { looksLikeHtml, readHtml } from './html.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { pageBase, picturesOf } from './page-addresses.ts'
import { pathsBeside } from './page-folder.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'

/** The largest page that is read: text takes twice its bytes and its tree several times that. */
const LARGEST = 64 * 1024 * 1024

async function firstBeside(file: ImportFile, address: string): Promise<Uint8Array | undefined> {
  for (const path of pathsBeside(file.name, address)) {
    const bytes = await file.beside(path)
    if (bytes !== undefined) return bytes
  }
  return undefined
}

async function readPageFile(file: ImportFile): Promise<ItemRead> {
  if (file.size === 0) return failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const page = readHtml(bytes)
  if (!page.ok) return failedRead('', file.name, page.error === 'empty' ? 'empty' : 'not-recognised')
  const { html, savedFrom, savedAt } = page.value
  const base = pageBase(html, savedFrom)
  return ok({
    key: 'page',
    name: file.name,
    content: {
      kind: 'html',
      html,
      extent: 'page',
      base,
      resources: await picturesOf(html, base, address => firstBeside(file, address)),
    },
    stated: { ...NOTHING_STATED, url: savedFrom, savedAt },
    original: { bytes, mediaType: 'text/html', name: file.name },
  })
}

/** Whether a file is a web page: text that is markup, whatever it is called. */
export function isSavedPage(head: Uint8Array): boolean {
  const page = readHtml(head)
  return page.ok && looksLikeHtml(page.value.html)
}

/**
 * A web page in one file, with the folder of pictures that browsers save beside it: "complete" pages of browsers,
 * SingleFile pages (their pictures are in the markup), pages written by Word. Pictures go under the address that
 * the markup has, resolved against `base` where the page notes its address, else as it stands.
 */
export const readSavedPage: FormatReader = async function* (file) {
  yield await readPageFile(file)
}
