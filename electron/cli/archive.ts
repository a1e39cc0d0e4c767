import { createArchive } from '../store/archive/create-archive.ts'
import { extractArchive } from '../store/archive/extract-archive.ts'
import { systemClock } from '../store/system-ports.ts'
import { storeFailure } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { problemInWords } from './verify.ts'

/** `archive create FILE`: the whole library as one ZIP file. */
export async function archiveLibrary(
  library: string,
  path: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const made = await createArchive(library, path, systemClock)
  if (!made.ok) {
    output.err(`cuttings: ${library}: no archive was made: ${storeFailure(made.error)}\n`)
    return EXIT.failed
  }
  output.out(asJson ? json({ path, ...made.value }) : `${path}: ${made.value.fileCount} files\n`)
  return EXIT.done
}

/** `archive extract FILE --to DIR`: a library again, in a folder that is absent or empty. */
export async function extractLibrary(
  path: string,
  folder: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const extracted = await extractArchive(path, folder)
  if (!extracted.ok) {
    const { code, message, detail } = extracted.error
    const words = detail === undefined ? message : `${message} (${detail})`
    const reason = code === 'library-damaged' ? words : storeFailure(extracted.error)
    output.err(`cuttings: ${path}: nothing was extracted: ${reason}\n`)
    return EXIT.failed
  }
  const { facts, lost, problems } = extracted.value
  output.out(
    asJson
      ? json({ folder, ...extracted.value })
      : `${facts.fileCount - lost.length} of ${facts.fileCount} files extracted to ${folder}\n`,
  )
  for (const each of lost) output.err(`cuttings: the archive cannot give ${each} any more\n`)
  for (const problem of problems) output.err(`cuttings: ${problemInWords(problem)}\n`)
  return lost.length + problems.length === 0 ? EXIT.done : EXIT.failed
}
