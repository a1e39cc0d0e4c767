import { rulesInOrder } from '../../core/library/outlet-rules.ts'
import { planReextract, type Rewritten } from '../../core/library/reextract.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Payload, Rereading } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Tasks } from '../../work/tasks.ts'
import { type Desk, instant } from '../desk.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

type Outcome = Payload<'job:ended'>['outcome']
type Reread = Extract<Tasks['reextract']['output'], { state: 'changed' }>

/** As many as the workers read at once, and one that is on its way. */
const AT_ONCE = 3

interface Preview {
  readonly changes: Rereading[]
  unreadable: number
}

/** Reads a clipping anew; nothing is written. */
async function reread(
  desk: Desk,
  library: Library,
  clipping: Clipping,
  isForced: boolean,
): Promise<Result<Tasks['reextract']['output'], Failure>> {
  const rules = rulesInOrder(library.state)
  const asked = { library: library.directory, clipping, rules, isForced }
  const read = await desk.pool.run('reextract', asked)
  return read.ok ? ok(read.value) : workFailed(read.error)
}

/** Does the work on each clipping, a few at once, in their order; ends early where it fails or is cancelled. */
async function forEach(
  clippings: readonly Clipping[],
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
  work: (clipping: Clipping) => Promise<Result<unknown, Failure>>,
): Promise<Result<undefined, Failure>> {
  let done = 0
  for (let at = 0; at < clippings.length; at += AT_ONCE) {
    if (signal.aborted) return fail({ code: 'cancelled', message: 'cancelled' })
    for (const outcome of await Promise.all(clippings.slice(at, at + AT_ONCE).map(work)))
      if (!outcome.ok) return outcome
    done = Math.min(clippings.length, at + AT_ONCE)
    progress(done, clippings.length)
  }
  return ok(undefined)
}

const endedBy = (error: Failure): Outcome =>
  error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: error }

function previewOf(clipping: Clipping, { fields, diff, article }: Reread): Rereading {
  const of = (kind: 'added' | 'removed' | 'changed') =>
    diff.blocks.filter(block => block.kind === kind).length
  return {
    id: clipping.id,
    title: clipping.title,
    fields,
    body: { added: of('added'), removed: of('removed'), changed: of('changed') },
    lostHighlights: (article.highlights ?? []).filter(({ position }) => position === undefined).length,
  }
}

/** The pictures that the clipping has and those that the new reading brings. */
async function assetsOf(
  library: Library,
  clipping: Clipping,
  { assets }: Reread,
): Promise<Result<Clipping['assets'], Failure>> {
  if (assets.length === 0) return ok(clipping.assets)
  const kept = await library.putAssets(assets)
  if (!kept.ok) return kept
  const all = [...(clipping.assets ?? []), ...kept.value]
  return ok([...new Map(all.map(asset => [asset.sha256, asset])).values()])
}

/** Writes what was read anew beside what there is; the change that names it comes when all is written. */
async function rewrite(
  library: Library,
  clipping: Clipping,
  read: Reread,
): Promise<Result<Rewritten, Failure>> {
  const assets = await assetsOf(library, clipping, read)
  if (!assets.ok) return assets
  const kept = await library.keepArticle(read.article)
  if (!kept.ok) return kept
  const { id, articleRevision: from } = clipping
  return ok({ id, from, to: kept.value.revision, reread: read.reread, assets: assets.value })
}

/** Reading what is in the library anew, with the extractor of now. */
export function reextractHandlers(desk: Desk) {
  let plan: { readonly job: string; readonly preview: Preview } | undefined
  const chosen = (library: Library, ids: readonly string[] | undefined): Clipping[] =>
    ids === undefined
      ? [...library.state.clippings.values()]
      : ids.flatMap(id => library.state.clippings.get(id) ?? [])
  const start = (work: Parameters<Desk['jobs']['start']>[1]): string => {
    const job = desk.identifiers.next(desk.clock.now())
    desk.jobs.start(job, work)
    return job
  }
  return {
    'reextract:plan': ({ ids }) =>
      withLibrary(desk, async library => {
        const preview: Preview = { changes: [], unreadable: 0 }
        const job = start(async (signal, progress): Promise<Outcome> => {
          const read = await forEach(chosen(library, ids), signal, progress, async clipping => {
            const one = await reread(desk, library, clipping, ids !== undefined)
            if (!one.ok) return one
            if (one.value.state === 'unreadable') preview.unreadable += 1
            if (one.value.state === 'changed') preview.changes.push(previewOf(clipping, one.value))
            return one
          })
          if (!read.ok) return endedBy(read.error)
          return { kind: 'done', path: library.directory, files: preview.changes.length }
        })
        plan = { job, preview }
        return ok({ job })
      }),
    'reextract:preview': async ({ job, start: first, count }) => {
      if (plan?.job !== job) return failure('not-found')
      const { changes, unreadable } = plan.preview
      return ok({ total: changes.length, unreadable, changes: changes.slice(first, first + count) })
    },
    'reextract:diff': ({ id }) =>
      withLibrary(desk, async library => {
        const clipping = library.state.clippings.get(id)
        if (clipping === undefined) return failure('not-found')
        const read = await reread(desk, library, clipping, true)
        if (!read.ok) return read
        return read.value.state === 'changed' ? ok(read.value.diff) : failure('not-found')
      }),
    'reextract:apply': ({ ids }) =>
      withLibrary(desk, async library => {
        const job = start(async (signal, progress): Promise<Outcome> => {
          const rewritten: Rewritten[] = []
          const read = await forEach(chosen(library, ids), signal, progress, async clipping => {
            const one = await reread(desk, library, clipping, true)
            if (!one.ok || one.value.state !== 'changed') return one
            const written = await rewrite(library, clipping, one.value)
            if (written.ok) rewritten.push(written.value)
            return written
          })
          if (!read.ok) return endedBy(read.error)
          const change = planReextract(library.pending, rewritten, instant(desk.clock))
          const committed = change === undefined ? undefined : await library.commit(change)
          if (committed?.ok === false) return endedBy(committed.error)
          return { kind: 'done', path: library.directory, files: change?.ops.length ?? 0 }
        })
        return ok({ job })
      }),
  } satisfies Partial<Handlers>
}
