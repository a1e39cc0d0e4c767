import { ok } from '../core/result.ts'
import { nextImported, openImport, readImported } from './import-reading.ts'
import type { Reader } from './import-thread.ts'

const HERE = {
  'import-open': openImport,
  'import-next': nextImported,
  'import-read': readImported,
} as const

/** A reader on this thread, for one import at a time, where there is no bundle of the worker. */
export const readerHere = (): Reader => ({
  async ask(task, input) {
    const perform = HERE[task] as (input: unknown) => unknown
    return ok((await perform(input)) as never)
  },
  close: async () => undefined,
})
