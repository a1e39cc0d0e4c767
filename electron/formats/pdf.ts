import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { extractLaidOut, type LaidOutBlock } from '../core/extract/laid-out.ts'
import { detectLanguage } from '../core/extract/language.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { ImportItem, ReadFailure, StatedByFile } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { FormatReader } from './import-file.ts'
import { type Gutter, linesOfPage } from './pdf/columns.ts'
import { withoutFootnotes } from './pdf/footnotes.ts'
import { headingsOf } from './pdf/headings.ts'
import { type PdfStatement, pdfStatement } from './pdf/metadata.ts'
import { type PageLine, paragraphsOf } from './pdf/paragraphs.ts'
import { loadPdfjs, OFFLINE } from './pdf/pdfjs.ts'
import { withoutRadicals } from './pdf/radicals.ts'
import { type PlacedText, type Segment, segmentsOf } from './pdf/rows.ts'
import { runningHeads } from './pdf/running-heads.ts'

const MEDIA_TYPE = 'application/pdf'
const LARGEST = 128 * 1024 * 1024
/** PDF.js goes through all of a file whose directory is missing, byte by byte: through more than this it takes minutes. */
const LARGEST_MENDED = 8 * 1024 * 1024
const MOST_PAGES = 2000
/** All text of a document is in memory while it is laid out. */
const MOST_RUNS = 2_000_000
/** A document may take this long, and so much more for each page: one that does not end was made not to. */
const OPENING_MS = 8000
const PAGE_MS = 100
/** However little of it was work. */
const LONGEST_MS = 60_000
const SHORTEST_MS = 50

type Failure = Pick<ReadFailure, 'reason' | 'detail'>

interface Page {
  readonly width: number
  readonly height: number
  readonly segments: readonly Segment[]
  readonly slanted: readonly string[]
}

/** When a document was opened, by the clock and by what the process had worked until then. */
interface Opened {
  readonly at: number
  readonly cpu: NodeJS.CpuUsage
}

/** Milliseconds since then, but for those in which a busy machine did other things. */
function worked({ at, cpu }: Opened): number {
  const { user, system } = process.cpuUsage(cpu)
  const passed = performance.now() - at
  return passed > LONGEST_MS ? passed : Math.min(passed, (user + system) / 1000)
}

/** `late` where the work is not done in so many milliseconds; PDF.js looks up between steps, so the time is kept roughly. */
async function inTime<T>(work: Promise<T>, opened: Opened, limit: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => {
    const look = (): void => {
      const left = limit - worked(opened)
      if (left <= 0) resolve('late')
      else timer = setTimeout(look, Math.max(SHORTEST_MS, left))
    }
    look()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { reason: 'encrypted' }
  return { reason: 'damaged', detail: name === '' ? String(error) : name }
}

async function pagesOf(document: PDFDocumentProxy, opened: Opened): Promise<Result<Page[], Failure>> {
  if (document.numPages > MOST_PAGES)
    return fail({ reason: 'too-large', detail: `${document.numPages} pages` })
  const pages: Page[] = []
  let runs = 0
  let broken = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const read = await inTime(readPage(document, number), opened, OPENING_MS + number * PAGE_MS)
      if (read === 'late') return fail({ reason: 'timed-out', detail: `page ${number}` })
      runs += read.segments.length
      if (runs > MOST_RUNS) return fail({ reason: 'too-large', detail: 'text' })
      pages.push(read)
    } catch {
      // A damaged page is left out, and the others are read.
      broken += 1
    }
  }
  return broken === document.numPages ? fail({ reason: 'damaged', detail: 'no page' }) : ok(pages)
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const { upright, slanted } = segmentsOf(
    items.filter((item): item is typeof item & PlacedText => 'str' in item),
    transform,
  )
  page.cleanup()
  return { width, height, segments: upright, slanted }
}

/** Running heads stand where they stood; then the text in reading order. */
function blocksOf(pages: readonly Page[]): LaidOutBlock[] {
  const heads = runningHeads(pages)
  const lines: PageLine[] = []
  const asides: { text: string; page: number }[] = []
  const gutters: Gutter[] = []
  let columns = 0
  for (const [index, page] of pages.entries()) {
    const own = heads[index] ?? new Set()
    for (const segment of page.segments)
      if (own.has(segment)) asides.push({ text: segment.text, page: index })
    if (page.slanted.length > 0) asides.push({ text: page.slanted.join(' '), page: index })
    const found = linesOfPage(
      page.segments.filter(segment => !own.has(segment)),
      columns,
      gutters,
    )
    columns = Math.max(columns, ...found.map(({ column }) => column + 1))
    for (const line of found) lines.push({ ...line, page: index })
  }
  const { text, notes } = withoutFootnotes(lines)
  const blocks = headingsOf(paragraphsOf(text))
  const language = detectLanguage(blocks.map(block => block.text).join('\n'))
  return [
    ...pages.flatMap((_, index): LaidOutBlock[] => [
      ...asides
        .filter(({ page }) => page === index)
        .map(aside => ({ text: aside.text, role: 'running-head' as const })),
      ...blocks.filter(({ page }) => page === index).map(({ page: _page, ...block }) => block),
    ]),
    ...paragraphsOf(notes).map(note => ({ text: note.text, role: 'text' as const })),
  ].map(block => ({ ...block, text: withoutRadicals(block.text, language) }))
}

/** Fonts that say nothing of their characters yield private ones, which nobody can read. */
const isLegible = (text: string): boolean => {
  const letters = text.match(/[^\s]/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  return letters > 0 && strange < letters * 0.3
}

/** What the document shows goes before what its properties say, which are often those of a template. */
function statedBy(
  { isWebPage, made, title, bylines, language, ...said }: PdfStatement,
  { clipping }: Extraction,
  hasTitle: boolean,
): StatedByFile {
  const savedAt = isWebPage && made !== undefined ? Date.parse(made.edtf) : Number.NaN
  return {
    ...said,
    ...(title === undefined || hasTitle ? {} : { title }),
    ...(bylines === undefined || clipping.bylines.length > 0 ? {} : { bylines }),
    ...(language === undefined || clipping.language !== 'und' ? {} : { language }),
    ...(Number.isNaN(savedAt) ? {} : { savedAt: new Date(savedAt).toISOString() }),
    tags: [],
    folders: [],
    highlights: [],
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  name: string,
  opened: Opened,
): Promise<Result<Omit<ImportItem, 'original'>, Failure>> {
  const pages = await pagesOf(document, opened)
  if (!pages.ok) return pages
  const { info, metadata } = await document.getMetadata()
  const said = pdfStatement(info, key => (metadata as { get(key: string): unknown } | null)?.get(key), name)
  const blocks = blocksOf(pages.value)
  const legible = isLegible(blocks.map(({ text }) => text).join(''))
  const extraction = extractLaidOut(legible ? blocks : [], {
    clippedAt: new Date().toISOString(),
    isWebPage: said.isWebPage,
  })
  const hasTitle = legible && blocks.some(({ role }) => role === 'title')
  return ok({
    key: 'document',
    name,
    content: { kind: 'extraction', extraction, resources: [] },
    stated: statedBy(said, extraction, hasTitle),
    ...(legible ? {} : { state: 'no-text' as const }),
  })
}

/** Whether the directory of a file's objects is where it belongs, near the end. */
const hasDirectory = (bytes: Uint8Array): boolean => {
  const tail = bytes.subarray(Math.max(0, bytes.length - 4096))
  return Buffer.from(tail.buffer, tail.byteOffset, tail.length).includes('startxref')
}

/** A PDF's mark stands within its first kilobyte (ISO 32000-1, annex H), after what a mail program put before it. */
export const isPdf = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).includes('%PDF-')

/**
 * PDF: text in reading order by columns, with paragraphs joined across lines, columns and pages, headings by size, and
 * running heads and page numbers set aside. A document without text, a scan, is an item in the state `no-text`. One
 * that asks for no password to be read is read, however it is encrypted. Its one item has the key `document`.
 */
export const readPdf: FormatReader = async function* (file) {
  const failed = (failure: Failure) => fail({ key: '', name: file.name, ...failure })
  if (file.size === 0) return yield failed({ reason: 'empty' })
  if (file.size > LARGEST) return yield failed({ reason: 'too-large' })
  const bytes = await file.bytes()
  if (!isPdf(bytes)) return yield failed({ reason: 'damaged' })
  if (bytes.length > LARGEST_MENDED && !hasDirectory(bytes))
    return yield failed({ reason: 'damaged', detail: 'cut off' })
  const { getDocument } = await loadPdfjs()
  const opened = { at: performance.now(), cpu: process.cpuUsage() }
  // PDF.js takes the bytes that it is given for its own.
  const loading = getDocument({ data: new Uint8Array(bytes), ...OFFLINE })
  try {
    const document = await inTime(loading.promise, opened, OPENING_MS)
    if (document === 'late') return yield failed({ reason: 'timed-out', detail: 'opening' })
    const read = await readDocument(document, file.name, opened)
    if (!read.ok) return yield failed(read.error)
    yield ok({ ...read.value, original: { bytes, mediaType: MEDIA_TYPE, name: file.name } })
  } catch (error) {
    yield failed(failureOf(error))
  } finally {
    await loading.destroy()
  }
}
