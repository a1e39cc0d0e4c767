import type { Book } from '../../core/export/book/book.ts'
import type { ReferenceList } from '../../core/export/citation/reference-list.ts'
import type { ExportPlan } from '../../core/export/plan.ts'
import { hasMarginNotes, listsAtEnd } from '../../core/model/book-layout.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { ExportOf } from '../../work/export-source.ts'
import type { WorkPool } from '../../work/pool.ts'
import { printBook, printBookOnPaper } from './print-book.ts'
import { printUntilSettled } from './settle-pages.ts'

interface Surroundings {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

type Outcome<T> = Result<T, Failure | 'cancelled'>

/** Building, printing and reading, twice; a third pass is rare but where notes had to be moved. */
const USUAL_STEPS = 6
const STEPS_WITH_NOTES = 9

const stepsOf = ({ book }: ExportPlan | ExportOf): number =>
  hasMarginNotes(book) ? STEPS_WITH_NOTES : USUAL_STEPS

/** What is being printed now: it is closed when another begins, and in the end. */
interface Press {
  open?: { close(): void }
}

/**
 * A plan as a PDF book. Chromium cannot put page numbers into the contents, so the book is printed, the page
 * of each article read from its outline, and printed again with the numbers. Building and reading run on the
 * workers, layout in the window's own process. `signal` ends it at any moment; nothing is written here.
 */
export const printPlan = (
  of: ExportPlan | ExportOf,
  surroundings: Surroundings,
): Promise<Outcome<Uint8Array>> =>
  untilCancelled(surroundings.signal, async press => {
    const settled = await settledBook(of, surroundings, press)
    return settled.ok ? ok(settled.value.pdf) : settled
  })

/**
 * The book of {@link printPlan} on paper, by the system's dialog; a bare one has no contents, so it is laid out once unless
 * it has notes in its margin. False where the user cancelled the dialog.
 */
export const printOnPaper = (of: ExportOf, surroundings: Surroundings): Promise<Outcome<boolean>> =>
  untilCancelled(surroundings.signal, async press => {
    const { pool, signal, progress } = surroundings
    const isLaidOutOnce = of.isBare && !hasMarginNotes(of.book)
    const book = isLaidOutOnce
      ? messageOf(await pool.run('export-book', { of, pages: undefined, references: undefined }))
      : await settledBook(of, surroundings, press)
    if (!book.ok) return book
    signal.throwIfAborted()
    press.open?.close()
    progress(stepsOf(of), stepsOf(of))
    const printing = printBookOnPaper('book' in book.value ? book.value.book : book.value, of.paper)
    press.open = printing
    return ok(await printing.made)
  })

/** The book whose contents give the pages that it has, and those pages. */
async function settledBook(
  of: ExportPlan | ExportOf,
  { pool, signal, progress }: Surroundings,
  press: Press,
): Promise<Result<{ readonly book: Book; readonly pdf: Uint8Array }, string>> {
  const articles = 'entries' in of ? of.entries.length : of.articles
  const cited = !('entries' in of) && listsAtEnd(of.book, articles).includes('citations') ? of : undefined
  let references: ReferenceList | undefined
  let last: Book | undefined
  const settled = await printUntilSettled<Book>({
    starts: articles + listsAtEnd(of.book, articles).length,
    build: async (pages, moved) => {
      if (cited !== undefined && references === undefined) {
        const set = messageOf(await pool.run('export-references', { of: cited }, { signal }))
        if (!set.ok) return set
        references = set.value
      }
      return messageOf(await pool.run('export-book', { of, pages, references, moved }))
    },
    print: async book => {
      // Cancelled while the book was built, it would open a window that nobody closes.
      signal.throwIfAborted()
      press.open?.close()
      const printing = printBook(book)
      press.open = printing
      last = book
      return printing.pdf
    },
    placesOf: async pdf =>
      messageOf(await pool.run('pdf-places', { pdf, hasNotes: hasMarginNotes(of.book) })),
    onStep: done => progress(Math.min(done, stepsOf(of)), stepsOf(of)),
  })
  if (!settled.ok) return settled
  return last === undefined ? fail('nothing was printed') : ok({ book: last, pdf: settled.value })
}

/** Ends the work where `signal` says so, and closes the window that it has open, however it ended. */
async function untilCancelled<T>(
  signal: AbortSignal,
  work: (press: Press) => Promise<Result<T, string>>,
): Promise<Outcome<T>> {
  if (signal.aborted) return fail('cancelled')
  const press: Press = {}
  let cancel: () => void = () => undefined
  const cancelled = new Promise<Outcome<T>>(resolve => {
    cancel = () => resolve(fail('cancelled'))
  })
  signal.addEventListener('abort', cancel, { once: true })
  const worked = work(press).then((result): Outcome<T> => (result.ok ? result : failed(result.error)))
  try {
    return await Promise.race([worked, cancelled])
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    signal.removeEventListener('abort', cancel)
    press.open?.close()
  }
}

const messageOf = <T>(result: Result<T, { readonly message: string }>): Result<T, string> =>
  result.ok ? result : fail(result.error.message)

const failed = (message: string): Outcome<never> => fail({ code: 'export-failed', message })
