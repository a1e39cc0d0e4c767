import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, session } from 'electron'
import type { ExportPlan } from '../../../electron/core/export/plan.ts'
import { fail, ok, type Result } from '../../../electron/core/result.ts'
import { guardAllContents, guardSession } from '../../../electron/main/guards.ts'
import { OriginalPages } from '../../../electron/main/original-pages.ts'
import { printBook } from '../../../electron/main/pdf/print-book.ts'
import { printPlan } from '../../../electron/main/pdf/print-plan.ts'
import { registerAppScheme, serveApp } from '../../../electron/main/protocol.ts'
import type { AssetBytes } from '../../../electron/store/assets.ts'
import { WorkPool } from '../../../electron/work/pool.ts'

/**
 * A main process that only prints: it takes `<folder>/<name>.json` (a plan, and after how many steps to
 * cancel) for each name in the arguments' order, and writes `<name>.pdf` and `<name>.done`. Pictures are in
 * `<folder>/pictures`, by their SHA-256. Bundled into out/ beside the app's own bundle, whose worker and typefaces it
 * uses.
 */
interface Order {
  readonly plan: ExportPlan
  readonly cancelAfter?: number
  /** Whether to print it once and be done, to see what the rest of the work takes. */
  readonly plainly?: boolean
}

const folder = process.env['CUTTINGS_PRINT_FOLDER'] ?? ''
const names = (process.env['CUTTINGS_PRINT_NAMES'] ?? '').split(',')

async function print(name: string, pool: WorkPool): Promise<void> {
  const order = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as Order
  const controller = new AbortController()
  const steps: number[] = []
  const started = performance.now()
  const printed = order.plainly
    ? await printPlainly(order.plan, pool)
    : await printPlan(order.plan, {
        pool,
        signal: controller.signal,
        progress: done => {
          steps.push(done)
          if (done === order.cancelAfter) controller.abort()
        },
      })
  const ms = performance.now() - started
  if (printed.ok) await writeFile(join(folder, `${name}.pdf`), printed.value)
  const outcome = printed.ok ? 'printed' : printed.error
  await writeFile(join(folder, `${name}.part`), JSON.stringify({ outcome, steps, ms }))
  await rename(join(folder, `${name}.part`), join(folder, `${name}.done`))
}

/** One pass over the book, without the page numbers in its contents. */
async function printPlainly(of: ExportPlan, pool: WorkPool): Promise<Result<Uint8Array, string>> {
  const book = await pool.run('export-book', { of, pages: undefined, references: undefined })
  if (!book.ok) return fail(book.error.message)
  const { pdf, close } = printBook(book.value)
  return ok(await pdf.finally(close))
}

async function picture(sha256: string): Promise<AssetBytes | undefined> {
  const path = join(folder, 'pictures', sha256)
  return existsSync(path) ? { bytes: await readFile(path), mediaType: 'image/png' } : undefined
}

async function printAll(): Promise<void> {
  guardSession(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'), picture, new OriginalPages())
  const pool = new WorkPool(new URL('../main/worker.js', import.meta.url), 1)
  for (const name of names) await print(name, pool)
  await pool.close()
}

registerAppScheme()
guardAllContents()
// The window that prints is the only one; the next order needs the app.
app.on('window-all-closed', () => undefined)
void app.whenReady().then(printAll)
