import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok } from '../core/result.ts'
import { keepClipping } from '../store/keep-clipping.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { extractFile } from '../work/extract-file.ts'
import { storeFailure, withLibrary } from './library-folder.ts'
import { EXIT, type ExitCode, type Output } from './output.ts'
import { readingFailure, readingReason } from './read-source.ts'

/** The files that a path stands for: itself, or everything below it, sorted by name; hidden files are passed over. */
async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const names = entries.map(entry => entry.name).filter(name => !name.startsWith('.'))
  const below = await Promise.all(names.sort().map(name => filesBelow(join(path, name))))
  return below.flat()
}

/** `import PATH...`: one line a file on standard output; one that fails does not stop the rest. */
export async function importPaths(
  folder: string,
  paths: readonly string[],
  output: Output,
): Promise<ExitCode> {
  let failures = 0
  const refuse = (path: string, reason: string) => {
    failures += 1
    output.err(`cuttings: ${path}: ${reason}\n`)
  }
  const ports = { clock: systemClock, identifiers: uuidIdentifiers }
  const done = await withLibrary(folder, async library => {
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
        const originals = [{ bytes: read.bytes, mediaType: 'text/plain', name: basename(file) }]
        const kept = await keepClipping(library, ports, { extraction: read.extraction, originals }, 'import')
        if (kept.ok) output.out(`${kept.value.clipping.id}\t${file}\t${kept.value.clipping.title}\n`)
        else refuse(file, storeFailure(kept.error))
      }
    }
    return ok(undefined)
  })
  if (!done.ok) refuse(folder, done.error)
  return failures === 0 ? EXIT.done : EXIT.failed
}
