import type { ImportFile } from './import-file.ts'

const WINDOW = 1024 * 1024

/** Reads a window of the file at a time: for what is small and lies one after another. */
export function readingAhead(file: ImportFile): (start: number, end: number) => Promise<Uint8Array> {
  let from = 0
  let window: Uint8Array = new Uint8Array(0)
  return async (start, end) => {
    if (start < from || end > from + window.length) {
      window = await file.slice(start, Math.min(file.size, Math.max(end, start + WINDOW)))
      from = start
    }
    return window.subarray(start - from, end - from)
  }
}
