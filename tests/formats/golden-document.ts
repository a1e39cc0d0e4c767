import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blockText } from '../../electron/core/body/text.ts'
import type { ImportItem, ItemRead } from '../../electron/core/model/import-item.ts'
import {
  type FormatReader,
  fileInMemory,
  fileOnDisk,
  type ImportFile,
} from '../../electron/formats/import-file.ts'
import { readDocx } from '../../electron/formats/docx.ts'
import { readOdt } from '../../electron/formats/odt.ts'
import { readPdf } from '../../electron/formats/pdf.ts'
import { readRtf } from '../../electron/formats/rtf.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))

/** The readers of documents whose fixtures lie in a folder of that name. */
export const DOCUMENT_READERS: Readonly<Record<string, FormatReader>> = {
  docx: readDocx,
  odt: readOdt,
  pdf: readPdf,
  rtf: readRtf,
}

const isFixture = (name: string): boolean => !/\.(?:expected\.json|ts)$|^NOTE\.md$|^pictures$/u.test(name)

/** Every fixture of a document format, as `pdf/chromium-en.pdf`. */
export const documentFixtures = (): string[] =>
  Object.keys(DOCUMENT_READERS).flatMap(format =>
    readdirSync(join(ROOT, format))
      .filter(isFixture)
      .map(name => `${format}/${name}`),
  )

export const fixturePath = (fixture: string): string => join(ROOT, fixture)
export const expectedPath = (fixture: string): string => join(ROOT, `${fixture}.expected.json`)

export async function readsOf(reader: FormatReader, file: ImportFile): Promise<ItemRead[]> {
  const reads: ItemRead[] = []
  for await (const read of reader(file)) reads.push(read)
  return reads
}

/** What a reader makes of bytes in memory. */
export const readBytes = (reader: FormatReader, name: string, bytes: Uint8Array): Promise<ItemRead[]> =>
  readsOf(reader, fileInMemory(name, bytes))

function contentOf({ content }: ImportItem): object {
  switch (content.kind) {
    case 'extraction': {
      const { clipping, article } = content.extraction
      const { title, bylines, language, published } = clipping
      return {
        clipping: { title, bylines, language, published },
        blocks: article.body.children.map(block => `${block.tagName}: ${blockText(block)}`),
        setAside: article.setAside.map(({ reason, text }) => `${reason}: ${text}`),
      }
    }
    case 'html':
      return {
        html: content.html.split(/\n|(?<=<\/(?:p|h\d|li|tr|[ou]l|table)>)/u),
        resources: content.resources.map(
          ({ address, mediaType, bytes }) => `${address} ${mediaType} ${bytes.length}`,
        ),
      }
    case 'text':
      return { text: content.text.split('\n') }
    case 'link':
      return { link: true }
  }
}

/** What a document is read as, for a person to review. */
export async function goldenOfDocument(fixture: string): Promise<string> {
  const [format = ''] = fixture.split('/')
  const reader = DOCUMENT_READERS[format]
  if (reader === undefined) throw new Error(`no reader for ${fixture}`)
  const reads = await readsOf(reader, await fileOnDisk(fixturePath(fixture)))
  const golden = reads.map(read => {
    if (!read.ok) return read.error
    const { key, name, state, stated, original } = read.value
    const { mediaType, bytes } = original
    return {
      key,
      name,
      state,
      stated,
      ...contentOf(read.value),
      original: { mediaType, isWhole: bytes.length > 0 },
    }
  })
  return `${JSON.stringify(golden, null, 2)}\n`
}

export const expectedOf = (fixture: string): string => readFileSync(expectedPath(fixture), 'utf8')
