import type { ExportPlan } from '../../core/export/plan.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { WorkPool } from '../../work/pool.ts'
import { type BookPrinter, openBookPrinter } from './print-book.ts'

interface Printing {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

type Printed = Result<Uint8Array, Failure | 'cancelled'>

/** Two are enough where the numbers of the contents do not move the pages; a book that never settles is a bug. */
const MAX_PASSES = 4

/**
 * A plan as a PDF book. Chromium cannot put page numbers into the contents, so the book is printed, the page
 * of each article read from its outline, and printed again with the numbers, until the pages are where the
 * contents say. Layout, reading and building run outside the main thread. `signal` ends it at any moment;
 * nothing is written here.
 */
export async function printPlan(plan: ExportPlan, printing: Printing): Promise<Printed> {
  const { signal } = printing
  if (signal.aborted) return fail('cancelled')
  const printer = openBookPrinter()
  let cancel: () => void = () => undefined
  const cancelled = new Promise<Printed>(resolve => {
    cancel = () => resolve(fail('cancelled'))
  })
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await Promise.race([printUntilSettled(plan, printer, printing), cancelled])
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    signal.removeEventListener('abort', cancel)
    printer.close()
  }
}

async function printUntilSettled(
  plan: ExportPlan,
  printer: BookPrinter,
  { pool, progress }: Printing,
): Promise<Printed> {
  // What is known of the passes: two, of building, printing and reading.
  const total = 6
  let done = 0
  const step = () => progress(Math.min(++done, total), total)
  let pages: number[] | undefined
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const book = await pool.run('export-book', { plan, pages })
    if (!book.ok) return failed(book.error.message)
    step()
    const pdf = await printer.print(book.value)
    step()
    const outline = await pool.run('pdf-outline', { pdf })
    if (!outline.ok) return failed(outline.error.message)
    step()
    const found = outline.value.map(entry => entry.page)
    if (found.length !== plan.entries.length) {
      return failed(`the outline has ${found.length} entries for ${plan.entries.length} articles`)
    }
    if (pages !== undefined && found.every((page, index) => page === pages?.[index])) return ok(pdf)
    pages = found
  }
  return failed(`the pages still move after ${MAX_PASSES} passes`)
}

const failed = (message: string): Printed => fail({ code: 'export-failed', message })
