import { parentPort } from 'node:worker_threads'
import { nextImported, openImport, readImported } from '../../electron/work/import-reading.ts'
import type { TaskRequest } from '../../electron/work/tasks.ts'

/** The part of the product's worker that reads imports. */
const TASKS: Readonly<Record<string, (input: never) => unknown>> = {
  'import-open': openImport,
  'import-next': nextImported,
  'import-read': readImported,
}

parentPort?.on('message', async ({ id, task, input }: TaskRequest & { input: never }) => {
  try {
    parentPort?.postMessage({ id, ok: true, value: await TASKS[task]?.(input) })
  } catch (error) {
    parentPort?.postMessage({ id, ok: false, message: String(error) })
  }
})
