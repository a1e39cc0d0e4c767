import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One entry of the first level of a PDF's outline: its title and the page that it leads to, counted from 1. */
export interface OutlinePage {
  readonly title: string
  readonly page: number
}

/** The first level of a PDF's outline, in order. Entries that lead nowhere are left out. */
export async function pdfOutline(pdf: Uint8Array): Promise<OutlinePage[]> {
  const { getDocument } = await loadPdfjs()
  const loading = getDocument({ data: pdf, isEvalSupported: false, useSystemFonts: false, verbosity: 0 })
  try {
    const document = await loading.promise
    const outline = (await document.getOutline()) ?? []
    const pages: OutlinePage[] = []
    for (const { title, dest } of outline) {
      const index = await pageIndexOf(document, dest)
      if (index !== undefined) pages.push({ title, page: index + 1 })
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

async function pageIndexOf(
  document: PDFDocumentProxy,
  dest: string | unknown[] | null,
): Promise<number | undefined> {
  const target: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
  const page: unknown = Array.isArray(target) ? target[0] : undefined
  if (typeof page === 'number') return page
  return isReference(page) ? document.getPageIndex(page) : undefined
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value

/**
 * PDF.js looks for its worker in a file beside it, which a bundle does not have; it takes the module from
 * this global instead. It also makes a DOMMatrix when it is loaded, only ever used for drawing, and prints a
 * warning that it cannot: Node has none.
 */
async function loadPdfjs() {
  const scope = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown }
  scope.DOMMatrix ??= class {}
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
