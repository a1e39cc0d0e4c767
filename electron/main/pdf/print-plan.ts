import type { ReferenceList } from '../../core/export/citation/reference-list.ts'
import type { ExportPlan } from '../../core/export/plan.ts'
import { listsAtEnd } from '../../core/model/book-layout.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { ExportOf } from '../../work/export-source.ts'
import type { WorkPool } from '../../work/pool.ts'
import { type Printing, printBook } from './print-book.ts'
import { printUntilSettled } from './settle-pages.ts'

interface Surroundings {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

type Printed = Result<Uint8Array, Failure | 'cancelled'>

/** Building, printing and reading, twice; a third pass is rare. */
const USUAL_STEPS = 6

/**
 * A plan as a PDF book. Chromium cannot put page numbers into the contents, so the book is printed, the page
 * of each article read from its outline, and printed again with the numbers. Building and reading run on the
 * workers, layout in the window's own process. `signal` ends it at any moment; nothing is written here.
 */
export async function printPlan(
  of: ExportPlan | ExportOf,
  { pool, signal, progress }: Surroundings,
): Promise<Printed> {
  if (signal.aborted) return fail('cancelled')
  const articles = 'entries' in of ? of.entries.length : of.articles
  const cited = !('entries' in of) && listsAtEnd(of.book, articles).includes('citations') ? of : undefined
  let references: ReferenceList | undefined
  let printing: Printing | undefined
  let cancel: () => void = () => undefined
  const cancelled = new Promise<Printed>(resolve => {
    cancel = () => resolve(fail('cancelled'))
  })
  signal.addEventListener('abort', cancel, { once: true })
  const printed = printUntilSettled({
    starts: articles + listsAtEnd(of.book, articles).length,
    build: async pages => {
      if (cited !== undefined && references === undefined) {
        const set = messageOf(await pool.run('export-references', { of: cited }))
        if (!set.ok) return set
        references = set.value
      }
      return messageOf(await pool.run('export-book', { of, pages, references }))
    },
    print: async book => {
      // Cancelled while the book was built, it would open a window that nobody closes.
      signal.throwIfAborted()
      printing?.close()
      printing = printBook(book)
      return printing.pdf
    },
    pagesOf: async pdf => {
      const outline = messageOf(await pool.run('pdf-outline', { pdf }))
      return outline.ok ? ok(outline.value.map(entry => entry.page)) : outline
    },
    onStep: done => progress(Math.min(done, USUAL_STEPS), USUAL_STEPS),
  }).then(result => (result.ok ? result : failed(result.error)))
  try {
    return await Promise.race([printed, cancelled])
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    signal.removeEventListener('abort', cancel)
    printing?.close()
  }
}

const messageOf = <T>(result: Result<T, { readonly message: string }>): Result<T, string> =>
  result.ok ? result : fail(result.error.message)

const failed = (message: string): Printed => fail({ code: 'export-failed', message })
