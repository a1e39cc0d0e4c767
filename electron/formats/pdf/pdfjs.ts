import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** In a bundle the tables are beside it, and no package is; otherwise they are in the package. */
function tablesFolder(): string {
  const beside = join(import.meta.dirname, 'cmaps')
  if (existsSync(beside)) return beside
  return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')
}

/**
 * Gives PDF.js the tables of Adobe's character collections, without which text in fonts that a Chinese, Japanese or
 * Korean document does not embed has no characters. Typefaces and decoders of pictures are for drawing alone.
 */
class CharacterTables {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    if (!/^[\w-]+$/u.test(name)) throw new Error(`no such table: ${name}`)
    return {
      cMapData: new Uint8Array(await readFile(join(tablesFolder(), `${name}.bcmap`))),
      isCompressed: true,
    }
  }
}

/** How every document is opened: nothing evaluated, nothing fetched, nothing said. */
export const OFFLINE = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  stopAtErrors: false,
  verbosity: 0,
  CMapReaderFactory: CharacterTables,
}

/**
 * PDF.js looks for its worker in a file beside it, which a bundle does not have; it takes the module from
 * this global instead. What it draws with it makes when it is loaded, or warns that it cannot: Node has none of it.
 */
export async function loadPdfjs() {
  const scope = globalThis as Partial<Record<'pdfjsWorker' | 'DOMMatrix' | 'ImageData' | 'Path2D', unknown>>
  for (const drawing of ['DOMMatrix', 'ImageData', 'Path2D'] as const) scope[drawing] ??= class {}
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
