import { dialog } from 'electron'
import { fileNameOf } from '../../core/export/file-name.ts'
import { type ExportEntry, type ExportPlan, planExport } from '../../core/export/plan.ts'
import type { ExportFormat, ExportRequest, ExportScope } from '../../core/model/export-request.ts'
import type { Filter } from '../../core/model/listing.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output, Payload } from '../../ipc/contract.ts'
import { freeFolder, writeExportedFile, writeExportedFolder } from '../../store/export-target.ts'
import type { Library } from '../../store/library.ts'
import { type Desk, instant } from '../desk.ts'
import type { Listings } from '../listings.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { printPlan } from '../pdf/print-plan.ts'
import { currentWindow } from '../window.ts'
import { failure, withLibrary } from './with-library.ts'

type Outcome = Payload<'job:ended'>['outcome']

const ENDINGS = { 'markdown-file': 'md', pdf: 'pdf' } as const

async function idsOf(listings: Listings, filter: Filter): Promise<Result<string[], Failure>> {
  const listed = await listings.get(filter)
  return listed.ok ? ok(listings.idsOf(listed.value)) : listed
}

/** The clippings of the scope that are still there, in the scope's order, with their articles. */
async function entriesOf(
  library: Library,
  listings: Listings,
  scope: ExportScope,
): Promise<Result<ExportEntry[], Failure>> {
  const ids = scope.kind === 'clippings' ? ok(scope.ids) : await idsOf(listings, scope.filter)
  if (!ids.ok) return ids
  const entries: ExportEntry[] = []
  for (const id of ids.value) {
    const clipping = library.state.clippings.get(id)
    if (clipping === undefined) continue
    const article = await library.readArticle(clipping)
    if (!article.ok) return article
    entries.push({ clipping, article: article.value })
  }
  return entries.length === 0 ? failure('nothing-to-export') : ok(entries)
}

/** Asks where to write: a file, or the folder that gets a new folder. Undefined where the user cancelled. */
async function askTarget(desk: Desk, format: ExportFormat, name: string): Promise<string | undefined> {
  const words = MENU_WORDS[desk.language()]
  const owner = currentWindow()
  if (format === 'markdown-folder') {
    const options: Electron.OpenDialogOptions = {
      title: words.exportTitle,
      buttonLabel: words.exportButton,
      properties: ['openDirectory', 'createDirectory'],
    }
    const chosen = await (owner === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options))
    return chosen.canceled ? undefined : chosen.filePaths[0]
  }
  const ending = ENDINGS[format]
  const options: Electron.SaveDialogOptions = {
    title: words.exportTitle,
    buttonLabel: words.exportButton,
    defaultPath: `${name}.${ending}`,
    filters: [{ name: ending === 'pdf' ? 'PDF' : 'Markdown', extensions: [ending] }],
  }
  const chosen = await (owner === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options))
  return chosen.canceled ? undefined : chosen.filePath
}

interface Writing {
  readonly plan: ExportPlan
  readonly target: string
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

const CANCELLED: Outcome = { kind: 'cancelled' }
const failed = (error: Failure): Outcome => ({ kind: 'failed', failure: error })

async function writeFile(path: string, bytes: Uint8Array, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return CANCELLED
  const written = await writeExportedFile(path, bytes)
  return written.ok ? { kind: 'done', path, files: 1 } : failed(written.error)
}

async function writeMarkdownFile(desk: Desk, { plan, target, signal }: Writing): Promise<Outcome> {
  const text = await desk.pool.run('export-file', { plan })
  if (!text.ok) return failed({ code: 'export-failed', message: text.error.message })
  return writeFile(target, new TextEncoder().encode(text.value), signal)
}

async function writeMarkdownFolder(desk: Desk, { plan, target, signal }: Writing): Promise<Outcome> {
  const files = await desk.pool.run('export-folder', { plan })
  if (!files.ok) return failed({ code: 'export-failed', message: files.error.message })
  if (signal.aborted) return CANCELLED
  const folder = await freeFolder(target, fileNameOf(plan.title, 'Cuttings'))
  const written = await writeExportedFolder(folder, files.value, signal)
  if (!written.ok) return failed(written.error)
  return written.value === undefined ? CANCELLED : { kind: 'done', path: folder, files: written.value }
}

async function writePdf(desk: Desk, { plan, target, signal, progress }: Writing): Promise<Outcome> {
  const printed = await printPlan(plan, { pool: desk.pool, signal, progress })
  if (!printed.ok) return printed.error === 'cancelled' ? CANCELLED : failed(printed.error)
  return writeFile(target, printed.value, signal)
}

const WRITERS = {
  'markdown-file': writeMarkdownFile,
  'markdown-folder': writeMarkdownFolder,
  pdf: writePdf,
} as const satisfies Record<ExportFormat, (desk: Desk, writing: Writing) => Promise<Outcome>>

async function planOf(
  desk: Desk,
  library: Library,
  listings: Listings,
  request: ExportRequest,
): Promise<Result<ExportPlan, Failure>> {
  const entries = await entriesOf(library, listings, request.scope)
  return entries.ok ? ok(planExport(request, entries.value, instant(desk.clock))) : entries
}

export const exportHandlers = (desk: Desk) =>
  ({
    'export:preview': request =>
      withLibrary(desk, async (library, listings) => {
        const plan = await planOf(desk, library, listings, request)
        if (!plan.ok) return plan
        const preview = await desk.pool.run('export-preview', { plan: plan.value, format: request.format })
        return preview.ok
          ? ok({ ...preview.value, contents: [...preview.value.contents] })
          : failure('export-failed', preview.error.message)
      }),
    'export:start': request =>
      withLibrary<Output<'export:start'>>(desk, async (library, listings) => {
        const plan = await planOf(desk, library, listings, request)
        if (!plan.ok) return plan
        const target = await askTarget(desk, request.format, fileNameOf(request.title, 'Cuttings'))
        if (target === undefined) return ok({ job: null })
        const job = desk.identifiers.next(desk.clock.now())
        desk.jobs.start(job, (signal, progress) =>
          WRITERS[request.format](desk, { plan: plan.value, target, signal, progress }),
        )
        return ok({ job })
      }),
  }) satisfies Partial<Handlers>
