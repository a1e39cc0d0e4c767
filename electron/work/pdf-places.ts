import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { NamedPlace } from '../core/export/book/note-places.ts'
import { loadPdfjs, OFFLINE } from '../formats/pdf/pdfjs.ts'

/** Where what a PDF leads to stands. */
export interface PrintedPlaces {
  /** The page of each entry of the first level of its outline, in order, counted from 1. What leads nowhere is left out. */
  readonly starts: number[]
  /** Its named places, where they were asked for. */
  readonly named: NamedPlace[]
}

/** Reads where the outline of a PDF leads, and where its names are. */
export async function pdfPlaces(pdf: Uint8Array, hasNotes: boolean): Promise<PrintedPlaces> {
  const { getDocument } = await loadPdfjs()
  const loading = getDocument({ data: pdf, ...OFFLINE })
  try {
    const document = await loading.promise
    const starts: number[] = []
    for (const { dest } of (await document.getOutline()) ?? []) {
      const target: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
      const index = await pageIndexOf(document, target)
      if (index !== undefined) starts.push(index + 1)
    }
    return { starts, named: hasNotes ? await namedPlaces(document) : [] }
  } finally {
    await loading.destroy()
  }
}

async function namedPlaces(document: PDFDocumentProxy): Promise<NamedPlace[]> {
  const places: NamedPlace[] = []
  const destinations: Readonly<Record<string, unknown>> = await document.getDestinations()
  for (const [name, target] of Object.entries(destinations)) {
    const index = await pageIndexOf(document, target)
    // [page, /XYZ, left, top, zoom]
    const top: unknown = Array.isArray(target) ? target[3] : undefined
    if (index !== undefined && typeof top === 'number') places.push({ name, page: index + 1, top })
  }
  return places
}

async function pageIndexOf(document: PDFDocumentProxy, target: unknown): Promise<number | undefined> {
  const page: unknown = Array.isArray(target) ? target[0] : undefined
  if (typeof page === 'number') return page
  return isReference(page) ? document.getPageIndex(page) : undefined
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value
