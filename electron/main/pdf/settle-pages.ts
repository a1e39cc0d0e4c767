import {
  type MovedNotes,
  type NamedPlace,
  NONE_MOVED,
  notesToMove,
} from '../../core/export/book/note-places.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'

/** Two passes are enough where the numbers do not move the pages; a book that never settles is a bug. */
const MAX_PASSES = 4
/** After so many passes notes stay where they are, which is on the next page at the worst. */
const MOVING_PASSES = 4

/** How a book is made. */
export interface BookMaking<B> {
  /** How many articles it has, and lists at its end. */
  readonly starts: number
  /** The book, with the page that each of these starts on where it is known, and with these notes moved. */
  build(pages: readonly number[] | undefined, moved: MovedNotes): Promise<Result<B, Failure>>
  print(book: B): Promise<Uint8Array>
  /** The page that each of a printed book starts on, counted from 1, and where its notes stand if they are in the margin. */
  placesOf(
    pdf: Uint8Array,
  ): Promise<Result<{ readonly starts: readonly number[]; readonly named: readonly NamedPlace[] }, Failure>>
  /** Called after each step with how many are done; three make a pass. */
  onStep(done: number): void
}

/**
 * Prints a book until its contents give the pages that it has: once to learn them, once with the numbers,
 * and again where these moved a page, or notes were moved that had no room in the margin. The PDF is only returned when
 * the numbers in it are right.
 */
export async function printUntilSettled<B>(making: BookMaking<B>): Promise<Result<Uint8Array, Failure>> {
  let pages: readonly number[] | undefined
  let moved = NONE_MOVED
  let steps = 0
  const step = () => making.onStep(++steps)
  for (let pass = 1, left = MAX_PASSES; left > 0; pass += 1) {
    const book = await making.build(pages, moved)
    if (!book.ok) return book
    step()
    const pdf = await making.print(book.value)
    step()
    const found = await making.placesOf(pdf)
    if (!found.ok) return found
    step()
    const { starts, named } = found.value
    if (starts.length !== making.starts) {
      return notPrinted(`the outline has ${starts.length} entries for ${making.starts} articles and lists`)
    }
    const printed = pages
    const toMove = pass <= MOVING_PASSES ? notesToMove(named, moved) : moved
    if (printed !== undefined && toMove === moved && starts.every((page, index) => page === printed[index]))
      return ok(pdf)
    // Pages may move once more with the notes.
    left = toMove === moved ? left - 1 : MAX_PASSES - 1
    pages = starts
    moved = toMove
  }
  return notPrinted(`the pages still move after ${MAX_PASSES} passes`)
}

/** A book that was not printed, with a message for the log. */
export const notPrinted = (message: string): { readonly ok: false; readonly error: Failure } =>
  fail({ code: 'export-failed', message })
