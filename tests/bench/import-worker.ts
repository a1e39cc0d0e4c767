import { parentPort } from 'node:worker_threads'
import {
  closeFamilies,
  findFamilies,
  openFamilies,
  putFamilies,
  saveFamilies,
} from '../../electron/work/families.ts'
import { nextImported, openImport, readImported } from '../../electron/work/import-reading.ts'
import type { TaskRequest } from '../../electron/work/tasks.ts'

/** The part of the product's worker that reads imports and finds reprints. */
const TASKS: Readonly<Record<string, (input: never) => unknown>> = {
  'import-open': openImport,
  'import-next': nextImported,
  'import-read': readImported,
  'family-open': openFamilies,
  'family-put': putFamilies,
  'family-find': findFamilies,
  'family-save': saveFamilies,
  'family-close': closeFamilies,
}

parentPort?.on('message', async ({ id, task, input }: TaskRequest & { input: never }) => {
  try {
    parentPort?.postMessage({ id, ok: true, value: await TASKS[task]?.(input) })
  } catch (error) {
    parentPort?.postMessage({ id, ok: false, message: String(error) })
  }
})
