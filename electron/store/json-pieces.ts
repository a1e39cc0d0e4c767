/** So many records of a list are one piece. */
const PIECE = 32

/**
 * `JSON.stringify(record, null, 2)` piece by piece, each made when it is asked for: a month of tens of thousands of
 * clippings takes a second.
 */
export function* jsonPieces(record: unknown): Generator<string> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    yield JSON.stringify(record, null, 2)
    return
  }
  let before = '{\n'
  for (const [key, value] of Object.entries(record)) {
    for (const lines of Array.isArray(value) && value.length > PIECE
      ? listPieces(key, value)
      : [linesOf({ [key]: value })]) {
      if (lines === '') continue
      yield before + lines
      before = ''
    }
    if (before === '') before = ',\n'
  }
  yield before === '{\n' ? '{}' : '\n}'
}

const OPENING = '{\n'
const CLOSING = '\n}'

/** The lines of the record between its braces; none for a property that JSON has no value for. */
const linesOf = (record: object): string =>
  JSON.stringify(record, null, 2).slice(OPENING.length, -CLOSING.length)

const LIST_CLOSING = '\n  ]'

function* listPieces(key: string, list: readonly unknown[]): Generator<string> {
  const opening = `  ${JSON.stringify(key)}: [\n`
  for (let from = 0; from < list.length; from += PIECE) {
    const lines = linesOf({ [key]: list.slice(from, from + PIECE) }).slice(0, -LIST_CLOSING.length)
    yield from === 0 ? lines : `,\n${lines.slice(opening.length)}`
  }
  yield LIST_CLOSING
}
