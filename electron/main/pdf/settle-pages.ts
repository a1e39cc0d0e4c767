import { fail, ok, type Result } from '../../core/result.ts'

/** Two passes are enough where the numbers do not move the pages; a book that never settles is a bug. */
const MAX_PASSES = 4

/** How a book is made: each step fails with a message for the log. */
export interface BookMaking<B> {
  /** How many articles it has, and lists at its end. */
  readonly starts: number
  /** The book, with the page that each of these starts on where it is known. */
  build(pages: number[] | undefined): Promise<Result<B, string>>
  print(book: B): Promise<Uint8Array>
  /** The page that each of a printed book starts on, counted from 1. */
  pagesOf(pdf: Uint8Array): Promise<Result<number[], string>>
  /** Called after each step with how many are done; three make a pass. */
  onStep(done: number): void
}

/**
 * Prints a book until its contents give the pages that it has: once to learn them, once with the numbers,
 * and again where these moved a page. The PDF is only returned when the numbers in it are right.
 */
export async function printUntilSettled<B>(making: BookMaking<B>): Promise<Result<Uint8Array, string>> {
  let pages: number[] | undefined
  let steps = 0
  const step = () => making.onStep(++steps)
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const book = await making.build(pages)
    if (!book.ok) return book
    step()
    const pdf = await making.print(book.value)
    step()
    const found = await making.pagesOf(pdf)
    if (!found.ok) return found
    step()
    if (found.value.length !== making.starts) {
      return fail(`the outline has ${found.value.length} entries for ${making.starts} articles and lists`)
    }
    const printed = pages
    if (printed !== undefined && found.value.every((page, index) => page === printed[index])) return ok(pdf)
    pages = found.value
  }
  return fail(`the pages still move after ${MAX_PASSES} passes`)
}
