import type { Book } from '../../core/export/book/book.ts'
import type { ReferenceList } from '../../core/export/citation/reference-list.ts'
import type { ExportPlan } from '../../core/export/plan.ts'
import { hasMarginNotes, listsAtEnd } from '../../core/model/book-layout.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { ExportOf } from '../../work/export-source.ts'
import type { WorkFailure, WorkPool } from '../../work/pool.ts'
import { workFailure } from '../work-failure.ts'
import { PrintingPageLost, printBook, printBookOnPaper } from './print-book.ts'
import { notPrinted, printUntilSettled } from './settle-pages.ts'

interface Surroundings {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

type Outcome<T> = Result<T, Failure | 'cancelled'>

/** Building, printing and reading, twice; a third pass is rare but where notes had to be moved. */
const USUAL_STEPS = 6
const STEPS_WITH_NOTES = 9

/** What setting the references counts for beside these, and the parts of a step in which it says how far it is. */
const REFERENCE_STEPS = 3
const PARTS_OF_STEP = 100

const articlesOf = (of: ExportPlan | ExportOf): number => ('entries' in of ? of.entries.length : of.articles)

/** What has references to be set, as a list at the end of a book. */
const citedOf = (of: ExportPlan | ExportOf): ExportOf | undefined =>
  !('entries' in of) && listsAtEnd(of.book, of.articles).includes('citations') ? of : undefined

/** Says how far a book is, by its steps and by the part of the references that is set. */
function stepsOf(of: ExportPlan | ExportOf, progress: Surroundings['progress']) {
  const steps = hasMarginNotes(of.book) ? STEPS_WITH_NOTES : USUAL_STEPS
  if (citedOf(of) === undefined)
    return { references: () => undefined, done: (done: number) => progress(Math.min(done, steps), steps) }
  const say = (done: number) =>
    progress(Math.round(PARTS_OF_STEP * done), PARTS_OF_STEP * (REFERENCE_STEPS + steps))
  return {
    references: (done: number, total: number) => say((REFERENCE_STEPS * done) / Math.max(total, 1)),
    // The first book is built when the references are set.
    done: (done: number) => say(REFERENCE_STEPS + Math.min(done, steps)),
  }
}

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
      ? failureOf(await pool.run('export-book', { of, pages: undefined, references: undefined }))
      : await settledBook(of, surroundings, press)
    if (!book.ok) return book
    signal.throwIfAborted()
    press.open?.close()
    stepsOf(of, progress).done(STEPS_WITH_NOTES)
    const printing = printBookOnPaper('book' in book.value ? book.value.book : book.value, of.paper)
    press.open = printing
    return ok(await printing.made)
  })

/** The book whose contents give the pages that it has, and those pages. */
async function settledBook(
  of: ExportPlan | ExportOf,
  { pool, signal, progress }: Surroundings,
  press: Press,
): Promise<Result<{ readonly book: Book; readonly pdf: Uint8Array }, Failure>> {
  const articles = articlesOf(of)
  const cited = citedOf(of)
  const steps = stepsOf(of, progress)
  let references: ReferenceList | undefined
  let last: Book | undefined
  const settled = await printUntilSettled<Book>({
    starts: articles + listsAtEnd(of.book, articles).length,
    build: async (pages, moved) => {
      if (cited !== undefined && references === undefined) {
        const watch = { signal, progress: steps.references }
        const set = failureOf(await pool.run('export-references', { of: cited }, watch))
        if (!set.ok) return set
        references = set.value
      }
      return failureOf(await pool.run('export-book', { of, pages, references, moved }))
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
      failureOf(await pool.run('pdf-places', { pdf, hasNotes: hasMarginNotes(of.book) })),
    onStep: steps.done,
  })
  if (!settled.ok) return settled
  return last === undefined ? notPrinted('nothing was printed') : ok({ book: last, pdf: settled.value })
}

/** Ends the work where `signal` says so, and closes the window that it has open, however it ended. */
async function untilCancelled<T>(
  signal: AbortSignal,
  work: (press: Press) => Promise<Result<T, Failure>>,
): Promise<Outcome<T>> {
  if (signal.aborted) return fail('cancelled')
  const press: Press = {}
  let cancel: () => void = () => undefined
  const cancelled = new Promise<Outcome<T>>(resolve => {
    cancel = () => resolve(fail('cancelled'))
  })
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await Promise.race([work(press), cancelled])
  } catch (error) {
    return error instanceof PrintingPageLost && error.isFull
      ? fail({ code: 'out-of-memory', message: error.message })
      : notPrinted(error instanceof Error ? error.message : String(error))
  } finally {
    signal.removeEventListener('abort', cancel)
    press.open?.close()
  }
}

const failureOf = <T>(result: Result<T, WorkFailure>): Result<T, Failure> =>
  result.ok ? result : fail(workFailure(result.error, 'export-failed'))
