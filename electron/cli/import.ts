import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok } from '../core/result.ts'
import { keepClippings, type NewSource } from '../store/keep-clipping.ts'
import type { Library } from '../store/library.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { extractFile } from '../work/extract-file.ts'
import { storeFailure, withLibrary } from './library-folder.ts'
import { EXIT, type ExitCode, type Output } from './output.ts'
import { readingFailure, readingReason } from './read-source.ts'

/** As many files are kept as one change: few enough that those before are reported, and safe, within a moment. */
const TOGETHER = 200
/** Or fewer, where they are large: in bytes. */
const MOST_BYTES = 32 * 1024 * 1024

interface ReadFile {
  readonly file: string
  readonly source: NewSource
  readonly byteLength: number
}

/** The files that a path stands for: itself, or everything below it, sorted by name; hidden files are passed over. */
async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const names = entries.map(entry => entry.name).filter(name => !name.startsWith('.'))
  const below = await Promise.all(names.sort().map(name => filesBelow(join(path, name))))
  return below.flat()
}

type Refuse = (path: string, reason: string) => void

async function* readFiles(paths: readonly string[], refuse: Refuse): AsyncGenerator<ReadFile> {
  for (const path of paths) {
    const files = await filesBelow(path).catch((error: unknown) => {
      refuse(path, readingFailure(error))
      return []
    })
    for (const file of files) {
      const clippedAt = new Date(systemClock.now()).toISOString()
      const read = await extractFile({ path: file, clippedAt })
      if (read.kind === 'failed') {
        refuse(file, readingReason(read))
        continue
      }
      const originals = [{ bytes: read.bytes, mediaType: read.mediaType, name: basename(file) }]
      yield { file, source: { extraction: read.extraction, originals }, byteLength: read.bytes.byteLength }
    }
  }
}

/** Says of each file that it was kept only once it is on the disk. */
async function keep(library: Library, read: readonly ReadFile[], output: Output, refuse: Refuse) {
  const [first, ...rest] = read.map(({ source }) => source)
  if (first === undefined) return
  const ports = { clock: systemClock, identifiers: uuidIdentifiers }
  const kept = await keepClippings(library, ports, [first, ...rest], 'import')
  for (const [index, { file }] of read.entries()) {
    const clipping = kept.ok ? kept.value[index]?.clipping : undefined
    if (clipping !== undefined) output.out(`${clipping.id}\t${file}\t${clipping.title}\n`)
    else if (!kept.ok) refuse(file, storeFailure(kept.error))
  }
}

/** `import PATH...`: one line a file on standard output; one that fails does not stop the rest. */
export async function importPaths(
  folder: string,
  paths: readonly string[],
  output: Output,
): Promise<ExitCode> {
  let failures = 0
  const refuse: Refuse = (path, reason) => {
    failures += 1
    output.err(`cuttings: ${path}: ${reason}\n`)
  }
  const done = await withLibrary(folder, async library => {
    let waiting: ReadFile[] = []
    let bytes = 0
    for await (const read of readFiles(paths, refuse)) {
      waiting.push(read)
      bytes += read.byteLength
      if (waiting.length < TOGETHER && bytes < MOST_BYTES) continue
      await keep(library, waiting, output, refuse)
      waiting = []
      bytes = 0
    }
    await keep(library, waiting, output, refuse)
    return ok(undefined)
  })
  if (!done.ok) refuse(folder, done.error)
  return failures === 0 ? EXIT.done : EXIT.failed
}
