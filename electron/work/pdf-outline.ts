import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { loadPdfjs, OFFLINE } from '../formats/pdf/pdfjs.ts'

/** One entry of the first level of a PDF's outline: its title and the page that it leads to, counted from 1. */
export interface OutlinePage {
  readonly title: string
  readonly page: number
}

/** The first level of a PDF's outline, in order. Entries that lead nowhere are left out. */
export async function pdfOutline(pdf: Uint8Array): Promise<OutlinePage[]> {
  const { getDocument } = await loadPdfjs()
  const loading = getDocument({ data: pdf, ...OFFLINE })
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
