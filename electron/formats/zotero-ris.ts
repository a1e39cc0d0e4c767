import type { ItemContent, ItemRead, StatedByFile } from '../core/model/import-item.ts'
import { decodeHtml } from './html-charset.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { invertedName } from './person-names.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'

const LARGEST = 128 * 1024 * 1024
/** Two characters, two blanks, a dash and a blank; some programs write one blank before the dash. */
const FIELD = /^(?<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?<value>.*))?$/u

interface RisRecord {
  readonly line: number
  readonly lines: readonly string[]
  readonly isWhole: boolean
}

/** From each `TY` to its `ER`, with the line that it starts at. */
function* recordsIn(text: string): Generator<RisRecord> {
  let lines: string[] = []
  let start = 0
  for (const [at, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const tag = FIELD.exec(line.trimStart())?.groups?.['tag']
    if (tag === 'TY' && lines.length > 0) {
      yield { line: start, lines, isWhole: false }
      lines = []
    }
    if (tag === 'TY') start = at + 1
    if (tag === 'TY' || lines.length > 0) lines.push(line)
    if (tag === 'ER' && lines.length > 0) {
      yield { line: start, lines, isWhole: true }
      lines = []
    }
  }
  if (lines.length > 0) yield { line: start, lines, isWhole: false }
}

type Fields = (...tags: readonly string[]) => string[]

/** Values by tag, in their order; a line without a tag goes on with the field above. */
function fieldsOf(lines: readonly string[]): Fields {
  const fields: { tag: string; value: string }[] = []
  for (const line of lines) {
    const groups = FIELD.exec(line.trimStart())?.groups
    const last = fields.at(-1)
    if (groups?.['tag'] !== undefined) fields.push({ tag: groups['tag'], value: groups['value'] ?? '' })
    else if (last !== undefined) last.value += `\n${line}`
  }
  return (...tags) =>
    tags.flatMap(tag => fields.filter(field => field.tag === tag).flatMap(({ value }) => textOf(value) ?? []))
}

/** `2023/05/12/10:11:12`: after the day stands what else there is to say, a time among it. */
function accessedAt(value: string | undefined): string | undefined {
  const groups = /^(?<day>[\d/]+?)\/*(?:\/(?<time>\d{2}:\d{2}(?::\d{2})?))?$/u.exec(
    (value ?? '').trim(),
  )?.groups
  if (groups?.['day'] === undefined) return instantOf(value)
  return instantOf(groups['time'] === undefined ? groups['day'] : `${groups['day']} ${groups['time']}`)
}

function statedBy(fields: Fields): StatedByFile {
  const names = fields('AU', 'A1').flatMap(name => invertedName(name) ?? [])
  const [date] = fields('DA', 'PY', 'Y1')
  return {
    ...NOTHING_STATED,
    title: fields('TI', 'T1', 'CT')[0],
    url: fields('UR')
      .flatMap(value => value.split(/[\s;]+/u))
      .flatMap(value => webAddress(value) ?? [])[0],
    bylines: names.length === 0 ? undefined : names,
    source: fields('T2', 'JF', 'JO', 'JA', 'PB')[0],
    published: publishedOf(date),
    language: languageOf(fields('LA')[0]),
    savedAt: accessedAt(fields('Y2')[0]),
    tags: namesIn(fields('KW').flatMap(value => value.split(/[;\n]/u))),
    note: textOf(fields('N1').join('\n\n')),
  }
}

/** The field is free text in Zotero; only what is a BCP 47 tag is taken for one. */
export const languageOf = (text: string | undefined): string | undefined =>
  /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/iu.test(text ?? '') ? text?.replaceAll('_', '-') : undefined

/** What a reference has of its document: an abstract, or the address alone. */
export function contentOfReference(
  abstract: string | undefined,
  url: string | undefined,
): ItemContent | 'no-text' {
  if (abstract !== undefined) return { kind: 'text', text: abstract }
  return url === undefined ? 'no-text' : LINK
}

function readRecord({ line, lines, isWhole }: RisRecord, file: ImportFile): ItemRead {
  const key = `line ${line}`
  const fields = fieldsOf(lines)
  const stated = statedBy(fields)
  const name = stated.title ?? `${file.name}, ${key}`
  if (!isWhole) return failedRead(key, name, 'damaged', 'no ER at its end')
  const content = contentOfReference(fields('AB', 'N2')[0], stated.url)
  if (content === 'no-text') return failedRead(key, name, 'no-text')
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const mediaType = 'application/x-research-info-systems'
  return itemOf({ key, bytes, mediaType, originalName: `${file.name}, ${key}.ris` }, content, stated)
}

async function* readReferences(file: ImportFile): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  let count = 0
  for (const record of recordsIn(decodeHtml(await file.bytes()).text)) {
    count += 1
    yield readRecord(record, file)
  }
  if (count === 0) yield failedRead('', file.name, 'damaged', 'no record in it')
}

export const isRis = (head: Uint8Array): boolean =>
  /^\ufeff?\s*(?:\S[^\n]*\n){0,3}?\s*TY {1,2}- [A-Z]/u.test(
    new TextDecoder('utf-8').decode(head.subarray(0, 1024)),
  )

/**
 * RIS, as Zotero, EndNote and databases of newspapers export it: records from `TY` to `ER`, with TI title, AU authors, T2/JF
 * publication, DA/PY date, UR address, KW tags, N1 notes, AB abstract, Y2 day of access (zotero/translators, `RIS.js`). The
 * abstract is the text; a reference with neither text nor address is said to have none.
 */
export const readRis: FormatReader = readReferences
