import { Worker } from 'node:worker_threads'
import type { ReadFailure } from '../core/model/import-item.ts'
import type { ImportReason } from '../core/model/import-ledger.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { startPatience } from './patience.ts'
import type { ReadItem } from './read-item.ts'
import type { TaskRequest, TaskResponse, Tasks } from './tasks.ts'

type ReadingTask = 'import-open' | 'import-next' | 'import-read'

interface Lost {
  readonly reason: 'timed-out' | 'crashed'
  readonly detail: string
}

/** Reads files for an import, one at a time. What is asked of it either answers or is lost with its reason. */
export interface Reader {
  /** `patience` is how many times as long as usual the answer may take. */
  ask<T extends ReadingTask>(
    task: T,
    input: Tasks[T]['input'],
    patience?: number,
  ): Promise<Result<Tasks[T]['output'], Lost>>
  close(): Promise<void>
}

/** What one item may take, in milliseconds of processor time and of memory: no article needs a tenth of it. */
export interface ReadingLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

/** An item ends in its reason within ten seconds: the worker that is given up has to be ended within them too. */
export const READING_LIMITS: ReadingLimits = { milliseconds: 9_000, megabytes: 1024 }

/** A worker thread; one that crashed, or was ended because it took too long, is replaced at the next question. */
export function threadReader(entry: URL, limits: ReadingLimits): Reader {
  let worker: Worker | undefined
  let id = 0
  const hire = (): Worker => {
    worker ??= new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
    worker.unref()
    return worker
  }
  const dismiss = async (): Promise<void> => {
    const dismissed = worker
    worker = undefined
    await dismissed?.terminate()
  }
  return {
    ask(task, input, patience = 1) {
      const asked = hire()
      const milliseconds = limits.milliseconds * patience
      const request: TaskRequest = { id: ++id, task, input }
      return new Promise(resolve => {
        const settle = (outcome: Result<unknown, Lost>) => {
          waiting.end()
          asked.off('message', hear).off('error', crash).off('exit', exit)
          // A worker answers in kind, as for the pool.
          resolve(outcome as Result<never, Lost>)
        }
        const lose = (reason: Lost['reason'], detail: string) => {
          if (worker === asked) worker = undefined
          settle(fail({ reason, detail }))
          // One that is dead already has nothing to end.
          void asked.terminate().catch(() => undefined)
        }
        const hear = (response: TaskResponse) => {
          if (response.id !== request.id || 'done' in response) return
          if (response.ok) settle(ok(response.value))
          else lose('crashed', response.message)
        }
        const crash = (error: unknown) =>
          lose('crashed', error instanceof Error ? error.message : String(error))
        const exit = (code: number) => lose('crashed', `the worker ended with code ${code}`)
        const waiting = startPatience(milliseconds, () =>
          lose('timed-out', `took longer than ${milliseconds} ms`),
        )
        asked.on('message', hear).on('error', crash).on('exit', exit)
        asked.postMessage(request)
      })
    },
    close: dismiss,
  }
}

/** What became of an item before the library is asked; `at` is how far into its file it stands, from 0 to 1. */
export type ReadEvent =
  | { readonly kind: 'read'; readonly item: ReadItem; readonly at: number }
  | {
      readonly kind: 'failed'
      readonly failure: Omit<ReadFailure, 'reason'> & { readonly reason: ImportReason }
      readonly at: number
    }

/** So many items are passed over in the time that one may take to be read. */
const SKIPPED_AT_ONCE = 50

/**
 * Reads the items of a file after the first `skip`. An item that takes too long or too much memory, or that ends its
 * worker, is lost alone: the file is opened anew behind it. Where that happens between two items, the rest of the
 * file is one failure.
 */
export async function* readFile(
  reader: Reader,
  { path, root }: { readonly path: string; readonly root?: string | undefined },
  skip: number,
  present: () => string,
): AsyncGenerator<ReadEvent> {
  const failedFile = (reason: ImportReason, detail?: string): ReadEvent => ({
    kind: 'failed',
    failure: { key: '', name: path, reason, detail },
    at: 1,
  })
  let passed = skip
  let isOpen = false
  for (;;) {
    if (!isOpen) {
      const opened = await reader.ask(
        'import-open',
        { path, root, skip: passed },
        1 + passed / SKIPPED_AT_ONCE,
      )
      if (!opened.ok) return yield failedFile(opened.error.reason, opened.error.detail)
      if (!opened.value.ok) return yield failedFile(opened.value.error.reason, opened.value.error.detail)
      isOpen = true
    }
    const next = await reader.ask('import-next', null)
    if (!next.ok) return yield failedFile(next.error.reason, next.error.detail)
    if (next.value.kind === 'end') return
    passed += 1
    const { at } = next.value
    if (next.value.kind === 'failed') {
      yield { kind: 'failed', failure: next.value.failure, at }
      continue
    }
    const { key, name } = next.value
    const read = await reader.ask('import-read', { clippedAt: present() })
    if (!read.ok) {
      isOpen = false
      yield { kind: 'failed', failure: { key, name, ...read.error }, at }
    } else if (read.value.ok) yield { kind: 'read', item: read.value.value, at }
    else yield { kind: 'failed', failure: read.value.error, at }
  }
}
