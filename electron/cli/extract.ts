import { buffer } from 'node:stream/consumers'
import type { Result } from '../core/result.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { type ReadDocument, readDocument, readDocumentFile } from './read-source.ts'

function print(path: string, read: Result<ReadDocument, string>, asJson: boolean, output: Output): ExitCode {
  if (!read.ok) {
    output.err(`cuttings: ${path}: ${read.error}\n`)
    return EXIT.failed
  }
  output.out(asJson ? json(read.value) : read.value.markdown)
  return EXIT.done
}

/** `extract FILE` and `extract -`. */
export async function extractOne(path: string, asJson: boolean, output: Output): Promise<ExitCode> {
  if (path !== '-') return print(path, await readDocumentFile(path), asJson, output)
  const bytes = new Uint8Array(await buffer(process.stdin))
  return print('standard input', readDocument(bytes, 'stdin.txt'), asJson, output)
}

/**
 * `extract --stdin0`: one JSON object a line, in the order of the paths. A file that cannot be read gets
 * `{path, error}` in its place, so that lines and paths stay in step.
 */
export async function extractListed(output: Output): Promise<ExitCode> {
  const paths = (await buffer(process.stdin)).toString('utf8').split('\0')
  let code: ExitCode = EXIT.done
  for (const path of paths.filter(each => each !== '')) {
    const read = await readDocumentFile(path)
    output.out(json(read.ok ? read.value : { path, error: read.error }))
    if (!read.ok) code = EXIT.failed
  }
  return code
}
