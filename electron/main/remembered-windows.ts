import { z } from 'zod'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'
import { type WindowPlace, windowPlaceSchema } from './window-places.ts'

const FILE = 'windows.json'
/** Somebody who moves a window, or along a list, does it many times a second. */
const SETTLED_MS = 1000
/** So many windows are open at once; no more are opened, nor remembered. */
export const MOST_WINDOWS = 20

const fileSchema = z.object({ windows: z.array(windowPlaceSchema).max(MOST_WINDOWS) })

/** Which windows are open, or were when the app ended or the last was closed; the one in front last. */
export interface RememberedWindows {
  /** The file could not be read or understood; it is replaced. */
  readonly isDamaged: boolean
  readonly last: readonly WindowPlace[]
  /** Writes them down when nothing more has come for a moment. What cannot be written is not remembered. */
  remember(places: readonly WindowPlace[]): void
  /** Resolves when what was remembered is written. */
  settled(): Promise<void>
}

/** In the profile folder. Where windows were is of no value that would be worth a copy of a damaged file. */
export async function openRememberedWindows(profileFolder: string): Promise<RememberedWindows> {
  const files = durableFiles(nodeFileSystem, profileFolder)
  const bytes = await files.read(FILE)
  const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, fileSchema) : undefined
  let last: readonly WindowPlace[] = parsed !== undefined && 'value' in parsed ? parsed.value.windows : []
  let written = JSON.stringify(last)
  let waiting: readonly WindowPlace[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<unknown> = Promise.resolve()
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const windows = waiting
    waiting = undefined
    const text = JSON.stringify(windows)
    if (windows === undefined || text === written) return
    written = text
    writing = writing.then(() => files.replace(FILE, jsonBytes({ windows })))
  }
  return {
    isDamaged: !bytes.ok || (parsed !== undefined && 'problem' in parsed),
    get last() {
      return last
    },
    remember(places) {
      last = places.slice(-MOST_WINDOWS)
      waiting = last
      timer ??= setTimeout(write, SETTLED_MS)
    },
    async settled() {
      write()
      await writing
    },
  }
}
