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
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/u.test(filename)) throw new Error(`no such file: ${filename}`)
    return new Uint8Array(await readFile(join(tablesFolder(), filename)))
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
  BinaryDataFactory: CharacterTables,
}

/**
 * PDF.js looks for its worker in a file beside it, which a bundle does not have; it takes the module from
 * this global instead. It also makes a DOMMatrix when it is loaded, only ever used for drawing, and prints a
 * warning that it cannot: Node has none.
 */
export async function loadPdfjs() {
  const scope = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown }
  scope.DOMMatrix ??= class {}
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
