import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { LibraryPorts } from '../../../electron/store/library.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { sampleIdentifiers } from '../core/library/samples.ts'

/** A folder of its own on the real disk, removed when the test ends. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands still until `advance`, and identifiers that count. */
export function samplePorts(): LibraryPorts & { advance(ms: number): void } {
  let now = Date.now()
  return {
    clock: { now: () => now },
    identifiers: sampleIdentifiers(),
    advance: ms => {
      now += ms
    },
  }
}

/** The library, or an exception where it does not open; closed when the test ends. */
export async function opened(directory: string, ports: LibraryPorts = samplePorts()) {
  const library = await openLibrary(directory, ports)
  if (!library.ok) throw new Error(`${library.error.code}: ${library.error.message}`)
  onTestFinished(async () => {
    await library.value.close()
  })
  return library.value
}

/** The value of an outcome that the test takes for granted. */
export function got<T, E>(result: { ok: true; value: T } | { ok: false; error: E }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
