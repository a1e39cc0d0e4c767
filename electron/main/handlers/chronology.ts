import { dialog } from 'electron'
import { readDate } from '../../core/dates/read-date.ts'
import type { ChronologyFormat, ChronologyPlan } from '../../core/export/chronology/plan.ts'
import { fileNameOf } from '../../core/export/file-name.ts'
import type { Change } from '../../core/library/change.ts'
import {
  type EventFailure,
  planAddEvent,
  planDecideEvents,
  planEditEvent,
  planMergeEvents,
  planRemoveEvent,
  planSplitEvent,
} from '../../core/library/events.ts'
import type { LibraryState } from '../../core/library/state.ts'
import type { ChronologyEvent, EventStatus } from '../../core/model/chronology.ts'
import { collectionOfScope, MOST_IN_CHRONOLOGY } from '../../core/model/chronology-scope.ts'
import type { ExportRequest, ExportScope } from '../../core/model/export-request.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output, Payload } from '../../ipc/contract.ts'
import { writeExportedFile } from '../../store/export-target.ts'
import type { ChronologyOf, Tasks } from '../../work/tasks.ts'
import { askedChronology } from '../chronology-of.ts'
import { type Desk, instant } from '../desk.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { printPlan } from '../pdf/print-plan.ts'
import { currentWindow } from '../window.ts'
import { type Changed, commitPlan, failure, withLibrary, workFailed } from './with-library.ts'

type Outcome = Payload<'job:ended'>['outcome']

const CANCELLED: Failure = { code: 'cancelled', message: 'the chronology is not waited for any more' }

const ENDINGS = { markdown: 'md', csv: 'csv', timelinejs: 'json', pdf: 'pdf' } as const
const NAMES = { markdown: 'Markdown', csv: 'CSV', timelinejs: 'TimelineJS JSON', pdf: 'PDF' } as const

async function askTarget(desk: Desk, format: ChronologyFormat, name: string): Promise<string | undefined> {
  const words = MENU_WORDS[desk.language()]
  const owner = currentWindow()
  const options: Electron.SaveDialogOptions = {
    title: words.exportTitle,
    buttonLabel: words.exportButton,
    defaultPath: `${name}.${ENDINGS[format]}`,
    filters: [{ name: NAMES[format], extensions: [ENDINGS[format]] }],
  }
  const chosen = await (owner === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options))
  return chosen.canceled ? undefined : chosen.filePath
}

async function bytesOf(
  desk: Desk,
  plan: ChronologyPlan,
  { format, paper }: { readonly format: ChronologyFormat; readonly paper: ExportRequest['paper'] },
  watch: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
): Promise<Result<Uint8Array, Failure>> {
  if (format === 'pdf') {
    const { events, ...rest } = plan
    const book = { ...rest, paper, entries: [], chronology: events }
    const printed = await printPlan(book, { pool: desk.pool, ...watch })
    if (printed.ok) return printed
    return fail(printed.error === 'cancelled' ? CANCELLED : printed.error)
  }
  const text = await desk.pool.run('export-chronology', { plan, format })
  return text.ok ? ok(new TextEncoder().encode(text.value)) : workFailed(text.error, 'export-failed')
}

/** Chronologies, which one worker makes, and what is decided about their events. */
export function chronologyHandlers(desk: Desk) {
  /** What is waited for now, all of one chronology: asking for another one ends it. */
  const reading = new Map<AbortController, string>()
  let changing: Promise<unknown> = Promise.resolve()

  const cancel = (isMeant: (of: string) => boolean): void => {
    for (const [controller, of] of reading) if (isMeant(of)) controller.abort()
  }

  /** Has the worker do a task on a chronology. */
  async function work<T extends 'chronology-list' | 'chronology-find'>(
    task: T,
    scope: ExportScope,
    input: Tasks[T]['input'],
  ) {
    const of = JSON.stringify(scope)
    cancel(other => other !== of)
    const controller = new AbortController()
    reading.set(controller, of)
    const progress = (done: number, total: number) => desk.broadcast('chronology:progress', { done, total })
    const done = await desk.chronologyPool.run(task, input, { signal: controller.signal, progress })
    reading.delete(controller)
    return done
  }

  async function slice(
    of: ChronologyOf,
    scope: ExportScope,
    { status, start, count }: { status: EventStatus | undefined; start: number; count: number },
  ) {
    const listed = await work('chronology-list', scope, { ...of, status, start, count })
    if (!listed.ok) return workFailed(listed.error)
    return listed.value === undefined ? fail(CANCELLED) : ok(listed.value)
  }

  /**
   * Finds events of a collection by their keys, plans a change of them, and commits it: one after the other, because two
   * that found the same proposal at once would each make an event of it.
   */
  function changeEvents(...change: Parameters<typeof changeEventsNow>): Promise<Result<Changed, Failure>> {
    const changed = changing.then(() => changeEventsNow(...change))
    changing = changed.catch(() => undefined)
    return changed
  }

  async function changeEventsNow(
    scope: ExportScope,
    keys: readonly string[],
    plan: (
      state: LibraryState,
      events: readonly ChronologyEvent[],
      collection: string,
      nextId: () => string,
    ) => Result<Change, EventFailure>,
  ): Promise<Result<Changed, Failure>> {
    return withLibrary(desk, async (library, listings) => {
      const collection = collectionOfScope(scope)
      if (collection === undefined) return failure('not-found', 'a chronology is kept with a collection')
      const chronology = await askedChronology(library, listings, scope)
      if (!chronology.ok) return chronology
      const { of } = chronology.value
      if (of === undefined) return failure('too-long-for-chronology')
      const input: Tasks['chronology-find']['input'] = { ...of, keys: [...keys] }
      const found = await work('chronology-find', scope, input)
      if (!found.ok) return workFailed(found.error)
      if (found.value === undefined) return failure('not-found', 'an event is not there any more')
      const nextId = () => desk.identifiers.next(desk.clock.now())
      const events = found.value.map(
        ({ id, status, date, words, mentions }): ChronologyEvent => ({
          id: id ?? nextId(),
          collection,
          status,
          ...(date !== undefined && { date }),
          ...(words !== undefined && { words }),
          mentions,
        }),
      )
      return commitPlan(library, 'edit-event', state => plan(state, events, collection, nextId))
    })
  }

  return {
    'chronology:list': ({ scope, status, start, count }) =>
      withLibrary<Output<'chronology:list'>>(desk, async (library, listings) => {
        const chronology = await askedChronology(library, listings, scope)
        if (!chronology.ok) return chronology
        const { clippings, of } = chronology.value
        const head = { clippings, most: MOST_IN_CHRONOLOGY }
        if (of === undefined) {
          const counts = { proposed: 0, accepted: 0, rejected: 0 }
          return ok({ ...head, counts, total: 0, events: [] })
        }
        const listed = await slice(of, scope, { status, start, count })
        return listed.ok ? ok({ ...head, ...listed.value }) : listed
      }),
    'chronology:cancel': async () => {
      cancel(() => true)
      return ok({})
    },
    'chronology:decide': ({ scope, keys, status }) =>
      changeEvents(scope, keys, (state, events, collection) =>
        planDecideEvents(state, collection, events, status),
      ),
    'chronology:edit': ({ scope, key, date, words }) =>
      changeEvents(scope, [key], (state, [event]) =>
        event === undefined ? fail('not-found') : planEditEvent(state, event, { date, words }),
      ),
    'chronology:merge': ({ scope, keys }) =>
      changeEvents(scope, keys, (state, events) => planMergeEvents(state, events)),
    'chronology:split': ({ scope, key, clippings }) =>
      changeEvents(scope, [key], (state, [event], _collection, nextId) =>
        event === undefined ? fail('not-found') : planSplitEvent(state, event, clippings, nextId()),
      ),
    'chronology:add': ({ collection, date, words, mention }) =>
      withLibrary(desk, library => {
        const id = desk.identifiers.next(desk.clock.now())
        return commitPlan(library, 'add-event', state =>
          planAddEvent(state, { id, collection, mentions: mention ? [mention] : [] }, { date, words }),
        )
      }),
    'chronology:remove': ({ id }) =>
      withLibrary(desk, library => commitPlan(library, 'remove-event', state => planRemoveEvent(state, id))),
    'chronology:export': ({ scope, status, format, title, language, paper }) =>
      withLibrary<Output<'chronology:export'>>(desk, async (library, listings) => {
        const chronology = await askedChronology(library, listings, scope)
        if (!chronology.ok) return chronology
        const { of } = chronology.value
        if (of === undefined) return failure('too-long-for-chronology')
        const listed = await slice(of, scope, { status, start: 0, count: Number.MAX_SAFE_INTEGER })
        if (!listed.ok) return listed
        if (listed.value.events.length === 0) return failure('nothing-to-export')
        const plan = { title, language, createdAt: instant(desk.clock), events: listed.value.events }
        const target = await askTarget(desk, format, fileNameOf(title, 'Cuttings'))
        if (target === undefined) return ok({ job: null })
        const job = desk.identifiers.next(desk.clock.now())
        desk.jobs.start(job, async (signal, progress): Promise<Outcome> => {
          const bytes = await bytesOf(desk, plan, { format, paper }, { signal, progress })
          if (signal.aborted) return { kind: 'cancelled' }
          const written = bytes.ok ? await writeExportedFile(target, bytes.value) : bytes
          if (written.ok) return { kind: 'done', path: target, files: 1 }
          if (written.error.code === 'cancelled') return { kind: 'cancelled' }
          return { kind: 'failed', failure: written.error }
        })
        return ok({ job })
      }),
    'date:read': async ({ words, published }) =>
      ok({ date: readDate(words, published ?? undefined) ?? null }),
  } satisfies Partial<Handlers>
}
