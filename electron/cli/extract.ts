import { buffer } from 'node:stream/consumers'
import { fail, type Result } from '../core/result.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { type ReadDocument, readDocuments, readDocumentsAt } from './read-source.ts'

interface Choice {
  readonly asJson: boolean
  /** Every document of the file, not only its first. */
  readonly all: boolean
}

const NONE = fail('the file has no text')

function print(
  path: string,
  documents: readonly Result<ReadDocument, string>[],
  { asJson, all }: Choice,
  output: Output,
): ExitCode {
  let code: ExitCode = EXIT.done
  for (const read of all && documents.length > 0 ? documents : [documents[0] ?? NONE]) {
    if (read.ok) output.out(asJson ? json(read.value) : read.value.markdown)
    else {
      output.err(`cuttings: ${path}: ${read.error}\n`)
      code = EXIT.failed
    }
  }
  return code
}

/** `extract FILE` and `extract -`. */
export async function extractOne(path: string, choice: Choice, output: Output): Promise<ExitCode> {
  if (path !== '-') return print(path, await readDocumentsAt(path), choice, output)
  const bytes = new Uint8Array(await buffer(process.stdin))
  return print('standard input', await readDocuments(bytes, 'stdin.txt'), choice, output)
}

/**
 * `extract --stdin0`: one JSON object a line, in the order of the paths: of each file its first document. A file that
 * cannot be read gets `{path, error}` in its place, so that lines and paths stay in step.
 */
export async function extractListed(output: Output): Promise<ExitCode> {
  const paths = (await buffer(process.stdin)).toString('utf8').split('\0')
  let code: ExitCode = EXIT.done
  for (const path of paths.filter(each => each !== '')) {
    const [read = NONE] = await readDocumentsAt(path)
    output.out(json(read.ok ? read.value : { path, error: read.error }))
    if (!read.ok) code = EXIT.failed
  }
  return code
}
