import type { ImportCounts, ImportSummary } from '../../../electron/core/model/import-ledger.ts'
import type { Failure, Payload } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { createStore } from '../../state/store.ts'

type Progress = Payload<'import:progress'>

/** An import or a dry run that this window saw running. */
export interface Followed {
  readonly summary: ImportSummary
  readonly isPlan: boolean
  /** Undefined until the first news of it. */
  readonly progress?: Progress | undefined
  readonly isStopping: boolean
  readonly isEnded: boolean
  /** Why the library took no more. */
  readonly failure?: Failure | undefined
}

const NO_COUNTS: ImportCounts = { imported: 0, version: 0, duplicate: 0, 'link-only': 0, failed: 0 }

/** Imports and dry runs by their id. It lives outside the view, so that leaving it does not lose them. */
export const followed = createStore<ReadonlyMap<string, Followed>>(new Map())

function put(id: string, change: (before: Followed | undefined) => Followed): void {
  followed.set(new Map(followed.get()).set(id, change(followed.get().get(id))))
}

/** Shows an import from its start on, before anything is told of it. */
export function follow(id: string, isPlan: boolean, paths: readonly string[], startedAt: string): void {
  put(
    id,
    heard =>
      heard ?? {
        summary: { id, kind: 'chosen', paths: [...paths], startedAt, state: 'running', counts: NO_COUNTS },
        isPlan,
        isStopping: false,
        isEnded: false,
      },
  )
}

export const markStopping = (id: string): void => {
  const before = followed.get().get(id)
  if (before) put(id, () => ({ ...before, isStopping: true }))
}

/** Lets go of a dry run that was started or dropped. */
export function forget(id: string): void {
  const others = new Map(followed.get())
  others.delete(id)
  followed.set(others)
  queryClient.removeQueries({ queryKey: ['import:entries', { id }] })
}

/** Lets go of all, where another library is opened. */
export function forgetImports(): void {
  followed.set(new Map())
  queryClient.removeQueries({ queryKey: ['import:list'] })
  queryClient.removeQueries({ queryKey: ['import:entries'] })
}

/** The ledger on show is asked anew while it grows, but not for each item. */
const REFRESH_MS = 700
let timer: ReturnType<typeof setTimeout> | undefined

/** Asks anew for the imports and the ledger on show. */
export function refreshImports(): void {
  clearTimeout(timer)
  timer = undefined
  void queryClient.invalidateQueries({ queryKey: ['import:list'] })
  void queryClient.invalidateQueries({ queryKey: ['import:entries'] })
}

function refreshSoon(): void {
  timer ??= setTimeout(refreshImports, REFRESH_MS)
}

type Ended = Payload<'import:ended'>
const listeners = new Set<(ended: Ended) => void>()

/** Tells of the end of each import and dry run. Returns the function that stops. */
export function onEnded(listener: (ended: Ended) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Resolves when the import has ended; at once where it has. */
export function ended(id: string): Promise<Followed> {
  return new Promise(resolve => {
    const look = (): boolean => {
      const now = followed.get().get(id)
      if (!now?.isEnded) return false
      resolve(now)
      return true
    }
    if (look()) return
    const stop = followed.subscribe(() => {
      if (look()) stop()
    })
  })
}

/** Keeps {@link followed} true to what the main process tells. */
export function followImports(): void {
  window.cuttings.on('import:progress', progress => {
    put(progress.import.id, before => ({
      summary: progress.import,
      isPlan: progress.isPlan,
      progress,
      isStopping: before?.isStopping ?? false,
      isEnded: false,
    }))
    refreshSoon()
  })
  window.cuttings.on('import:ended', told => {
    put(told.import.id, before => ({
      summary: told.import,
      isPlan: told.isPlan,
      progress: before?.progress,
      isStopping: false,
      isEnded: true,
      failure: told.failure,
    }))
    refreshImports()
    for (const listener of listeners) listener(told)
  })
  // Undo and redo take imports out of the library and put them back.
  window.cuttings.on('library:changed', refreshSoon)
}
