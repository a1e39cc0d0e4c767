import { join } from 'node:path'
import { dialog } from 'electron'
import { fileNameOf } from '../../core/export/file-name.ts'
import { inExportOrder } from '../../core/export/plan.ts'
import { MOST_LISTED } from '../../core/export/preview.ts'
import { pathNames } from '../../core/library/collection-tree.ts'
import { templateNamed } from '../../core/model/built-in-templates.ts'
import type { ListedEvent } from '../../core/model/chronology.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import type { EditedAnswer } from '../../core/model/edited-file.ts'
import { type ExportFormat, formatFacts, isWritten } from '../../core/model/export-formats.ts'
import type { ExportRequest, ExportScope } from '../../core/model/export-request.ts'
import type { Filter } from '../../core/model/listing.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output, Payload } from '../../ipc/contract.ts'
import {
  abandonExport,
  type ExportPlace,
  freeFolder,
  placeOfExport,
  writeExportedPieces,
} from '../../store/export-target.ts'
import { madeInTurns } from '../../store/in-turns.ts'
import type { Library } from '../../store/library.ts'
import { isUpdatable } from '../../store/update-export.ts'
import { clippingLine, type ExportOf } from '../../work/export-source.ts'
import type { Exported } from '../../work/write-export.ts'
import { acceptedEvents } from '../chronology-of.ts'
import { type Desk, instant } from '../desk.ts'
import type { Listings } from '../listings.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { printOnPaper, printPlan } from '../pdf/print-plan.ts'
import { currentWindow } from '../window.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

type Outcome = Payload<'job:ended'>['outcome']

const GONE = { reason: 'missing', line: 1, column: 1 } as const

async function idsOf(listings: Listings, filter: Filter): Promise<Result<string[], Failure>> {
  const listed = await listings.get(filter)
  return listed.ok ? ok(listings.idsOf(listed.value)) : listed
}

/**
 * What the request asks for, without what is in the articles: those of its clippings that are still there, in its order;
 * `most` of them where no more are needed.
 */
export async function exportOf(
  desk: Desk,
  library: Library,
  listings: Listings,
  request: ExportRequest,
  most = Number.POSITIVE_INFINITY,
): Promise<Result<ExportOf, Failure>> {
  const scope: ExportScope = request.scope
  const ids = scope.kind === 'clippings' ? ok(scope.ids) : await idsOf(listings, scope.filter)
  if (!ids.ok) return ids
  const { state } = library
  const listed = ids.value.flatMap(id => state.clippings.get(id) ?? [])
  if (listed.length === 0) return failure('nothing-to-export')
  const ordered = inExportOrder(listed, clipping => clipping, request.order)
  const { title, language, paper, book, citationStyle, markdown } = request
  const template = templateNamed(request.template, desk.settings.current.exportTemplates)
  if (template === undefined && request.format === 'template')
    return { ok: false, error: { code: 'template-failed', message: 'no such template', template: GONE } }
  return ok({
    title,
    language,
    paper,
    book,
    citationStyle,
    markdown,
    template,
    createdAt: instant(desk.clock),
    library: library.directory,
    newer: library.readOnly?.code === 'library-newer' ? library.readOnly : undefined,
    collections: [...pathNames(state.collections)].map(([id, name]) => ({ id, name })),
    articles: ordered.length,
    clippings: Buffer.concat(await madeInTurns(linesOf(ordered.slice(0, most)))),
  })
}

/** Made as they are asked for, so that many of them do not keep the process. */
function* linesOf(clippings: readonly Clipping[]): Generator<Uint8Array> {
  for (const clipping of clippings) yield clippingLine(clipping)
}

/** Asks where to write: a file, or the folder that gets a new folder. Undefined where the user cancelled. */
async function askTarget(
  desk: Desk,
  { format }: ExportRequest,
  { template }: ExportOf,
  name: string,
): Promise<string | undefined> {
  const words = MENU_WORDS[desk.language()]
  const owner = currentWindow()
  const facts = formatFacts(format)
  const isPlain = format === 'template' && template?.kind === 'text'
  const { target, kind, ending } = isPlain ? { ...facts, ...formatFacts('text') } : facts
  if (target === 'folder' || kind === undefined || ending === undefined) {
    const options: Electron.OpenDialogOptions = {
      title: words.exportTitle,
      buttonLabel: words.exportButton,
      properties: ['openDirectory', 'createDirectory'],
    }
    const chosen = await (owner === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options))
    const [parent] = chosen.canceled ? [] : chosen.filePaths
    if (parent === undefined) return undefined
    // A folder that was exported before, chosen itself or the one above it, is brought up to date.
    const known = facts.updates === true ? [parent, join(parent, name)] : []
    for (const folder of known) if (await isUpdatable(folder)) return folder
    return freeFolder(parent, name)
  }
  const options: Electron.SaveDialogOptions = {
    title: words.exportTitle,
    buttonLabel: words.exportButton,
    defaultPath: `${name}.${ending}`,
    filters: [{ name: kind, extensions: [ending] }],
  }
  const chosen = await (owner === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options))
  return chosen.canceled ? undefined : chosen.filePath
}

interface Writing {
  readonly of: ExportOf
  /** The events of a book that asks for them. */
  readonly eventsOf: (signal: AbortSignal) => Promise<Result<readonly ListedEvent[], Failure>>
  readonly format: ExportFormat
  readonly place: ExportPlace
  readonly answers: readonly EditedAnswer[] | undefined
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** What a book is made of: with the events that were accepted, where it asks for them and there are any. */
async function withEvents(
  of: ExportOf,
  eventsOf: Writing['eventsOf'],
  signal: AbortSignal,
): Promise<Result<ExportOf, Failure>> {
  const events = of.book?.parts.includes('chronology') && !of.isBare ? await eventsOf(signal) : ok([])
  if (!events.ok) return events
  return ok({ ...of, chronology: events.value.length > 0 ? events.value : undefined })
}

const failureOf = (error: Failure | 'cancelled'): Result<never, Failure> =>
  error === 'cancelled' ? failure('cancelled') : { ok: false, error }

/** False where the user cancelled the system's dialog. */
async function onPaper(
  desk: Desk,
  { of, eventsOf, ...watch }: Pick<Writing, 'of' | 'eventsOf' | 'signal' | 'progress'>,
): Promise<Result<boolean, Failure>> {
  const whole = await withEvents(of, eventsOf, watch.signal)
  if (!whole.ok) return whole
  const printed = await printOnPaper(whole.value, { pool: desk.pool, ...watch })
  return printed.ok ? printed : failureOf(printed.error)
}

async function write(
  desk: Desk,
  { of, eventsOf, format, place, answers, ...watch }: Writing,
): Promise<Result<Exported, Failure>> {
  if (!isWritten(format)) {
    const whole = await withEvents(of, eventsOf, watch.signal)
    if (!whole.ok) return whole
    const printed = await printPlan(whole.value, { pool: desk.pool, ...watch })
    if (!printed.ok) return failureOf(printed.error)
    const put = await writeExportedPieces(place, printed.value, watch)
    return put.ok ? ok({ files: put.value, picturesLeftOut: 0 }) : put
  }
  const written = await desk.exportPool.run('export-write', { of, format, place, answers }, watch)
  if (written.ok) return written.value
  // A worker that ended could not take back what it had written.
  await abandonExport(place)
  return workFailed(written.error, 'export-failed')
}

async function outcomeOf(desk: Desk, writing: Writing): Promise<Outcome> {
  const written = await write(desk, writing)
  if (!written.ok) return endedBy(written.error)
  const { files, picturesLeftOut } = written.value
  const { path } = writing.place
  return { kind: 'done', path, files, ...(picturesLeftOut > 0 && { picturesLeftOut }) }
}

const endedBy = (error: Failure): Outcome =>
  error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: error }

export const exportHandlers = (desk: Desk) => {
  /** Where each export was to go, for one that is asked for again with answers. */
  const places = new Map<string, string>()
  return {
    'export:preview': request =>
      withLibrary(desk, async (library, listings) => {
        const of = await exportOf(desk, library, listings, request, MOST_LISTED)
        if (!of.ok) return of
        const { draft: template = of.value.template } = request
        const ran = await desk.pool.run('export-preview', {
          of: { ...of.value, template },
          format: request.format,
        })
        const preview = ran.ok ? ran.value : workFailed(ran.error, 'export-failed')
        return preview.ok ? ok({ ...preview.value, contents: [...preview.value.contents] }) : preview
      }),
    'export:keep-templates': async changes => {
      const kept = await desk.settings.change({ ...desk.settings.current, ...changes })
      if (!kept.ok) return kept
      desk.broadcast('settings:changed', kept.value)
      return ok({})
    },
    'export:print': request =>
      withLibrary<Output<'export:print'>>(desk, async (library, listings) => {
        const asked = await exportOf(desk, library, listings, request)
        if (!asked.ok) return asked
        const of = { ...asked.value, isBare: asked.value.articles === 1 }
        const job = desk.identifiers.next(desk.clock.now())
        const eventsOf = (signal: AbortSignal) =>
          acceptedEvents(desk.chronologyPool, library, listings, request.scope, signal)
        desk.jobs.start(job, async (signal, progress): Promise<Outcome> => {
          const printed = await onPaper(desk, { of, eventsOf, signal, progress })
          if (printed.ok)
            return printed.value ? { kind: 'done', path: library.directory, files: 0 } : { kind: 'cancelled' }
          return endedBy(printed.error)
        })
        return ok({ job })
      }),
    'export:start': request =>
      withLibrary<Output<'export:start'>>(desk, async (library, listings) => {
        const of = await exportOf(desk, library, listings, request)
        if (!of.ok) return of
        const { again } = request
        const name = fileNameOf(request.title, 'Cuttings')
        const path = again ? places.get(again.job) : await askTarget(desk, request, of.value, name)
        if (path === undefined) return again ? failure('not-found') : ok({ job: null })
        const job = desk.identifiers.next(desk.clock.now())
        places.set(job, path)
        const eventsOf = (signal: AbortSignal) =>
          acceptedEvents(desk.chronologyPool, library, listings, request.scope, signal)
        desk.jobs.start(job, (signal, progress) =>
          outcomeOf(desk, {
            of: of.value,
            eventsOf,
            format: request.format,
            place: placeOfExport(path, job),
            answers: again?.answers,
            signal,
            progress,
          }),
        )
        return ok({ job })
      }),
  } satisfies Partial<Handlers>
}
