import { Parser } from 'htmlparser2'
import type { ItemRead } from '../core/model/import-item.ts'
import { decodeHtml } from './html-charset.ts'
import type { ImportFile } from './import-file.ts'
import { failedRead } from './reads.ts'

/** Names in lower case; positions are those of {@link MarkupText}. */
export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, start: number): void
  text(words: string): void
  /** `start` and `end` are those of the tag that closes it, which may be another's. */
  close(name: string, start: number, end: number): void
  end?(): void
}

/** The markup from one position to another, as the file has it. */
export type MarkupText = (start: number, end: number) => string

const LARGEST = 128 * 1024 * 1024
const PIECE = 64 * 1024
/** Of elements in one another; a list of folders has a few dozen. */
const DEEPEST = 1000

/** Reads a list that is written as HTML, however its tags are closed, and passes items on as they are complete. */
export async function* readMarkup(
  file: ImportFile,
  listen: (markup: MarkupText, emit: (read: ItemRead) => void) => MarkupEvents,
): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const { text } = decodeHtml(await file.bytes())
  const reads: ItemRead[] = []
  let count = 0
  let depth = 0
  const events = listen(
    (start, end) => text.slice(start, end),
    read => {
      count += 1
      reads.push(read)
    },
  )
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1
      events.open(name, attributes, parser.startIndex)
    },
    ontext: words => events.text(words),
    onclosetag: name => {
      depth -= 1
      events.close(name, parser.startIndex, parser.endIndex + 1)
    },
    onend: () => events.end?.(),
  })
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE))
    yield* reads.splice(0)
    if (depth > DEEPEST) return yield failedRead('', file.name, 'unsafe', 'nested deeper than any list')
  }
  parser.end()
  yield* reads
  if (count === 0) yield failedRead('', file.name, 'damaged', 'no entry in it')
}
