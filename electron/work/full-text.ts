import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../core/body/text.ts'
import type { TagSuggestion } from '../core/model/tag-advice.ts'
import type { SearchDocument } from '../core/search/document.ts'
import { parseQuery } from '../core/search/parse-query.ts'
import { suggestTags } from '../core/tagging/suggest-tags.ts'
import { createIndex, openIndex } from '../index/open-index.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { clippingsChangedSince } from '../store/changes-since.ts'
import { readArticleFile } from './article-file.ts'
import { searchDocument } from './search-document.ts'
import type { Tasks } from './tasks.ts'

/** Derived and disposable: deleting it loses nothing. */
const FOLDER = 'cache'
const FILE = 'search.sqlite'

/** The index that this worker holds: there is one worker for it, which answers in the order of asking. */
let index: SearchIndex | undefined
const numbers = new Map<string, number>()
/** The same by the index's own numbers, as far as they were looked up: a search finds tens of thousands. */
let numbersByRow: (number | undefined)[] = []

/** Opens the library's index, or begins a new one where there is none that can be read. */
export function openFullText({ library }: Tasks['index-open']['input']): Tasks['index-open']['output'] {
  closeFullText()
  const folder = join(library, FOLDER)
  const path = join(folder, FILE)
  const found = openIndex(path)
  if (found.ok) index = found.value
  else if (found.error.code === 'unavailable' || found.error.code === 'busy') return { state: 'unavailable' }
  if (index?.seq !== undefined) {
    warm(index)
    return { state: 'ready', seq: index.seq }
  }
  index?.close()
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    // A library on a disk that takes no writes is searched by scanning.
    if (error instanceof Error && 'code' in error) return { state: 'unavailable' }
    throw error
  }
  const made = createIndex(path)
  index = made.ok ? made.value : undefined
  return made.ok ? { state: 'empty' } : { state: 'unavailable' }
}

/** Lets go of the index's file. */
export function closeFullText(): undefined {
  index?.close()
  index = undefined
  numbers.clear()
  numbersByRow = []
}

/** Read here, because the journal of a busy day takes the main process half a second. */
export async function changedSince(
  input: Tasks['changed-since']['input'],
): Promise<Tasks['changed-since']['output']> {
  const changed = await clippingsChangedSince(input.library, input.seq)
  return changed.ok ? [...changed.value] : undefined
}

/** Brings the index up to a change of the library; false where it could not be written and has to be left alone. */
export async function putFullText(input: Tasks['index-put']['input']): Promise<boolean> {
  if (index === undefined) return false
  if (input.removed.length > 0) numbersByRow = []
  const names = new Map(input.collections.map(({ id, name }) => [id, name]))
  const documents: SearchDocument[] = []
  for (const clipping of input.clippings) {
    const article = await readArticleFile(input.library, clipping.id, clipping.articleRevision)
    documents.push(searchDocument(clipping, article, names))
  }
  for (const { id, name } of input.collections) if (!index.nameCollection(id, name).ok) return false
  return index.remove(input.removed).ok && index.put(documents, input.seq).ok
}

/** Numbers are small and cross to the caller at once; a hundred thousand ids would hold it up. */
export function numberFullText({ ids, first }: Tasks['index-number']['input']): undefined {
  for (const [offset, id] of ids.entries()) numbers.set(id, first + offset)
}

/** What the query finds. What cannot be read of the query finds nothing. */
export function findFullText(input: Tasks['index-find']['input']): Tasks['index-find']['output'] {
  if (index === undefined) return undefined
  const parsed = parseQuery(input.query, { today: input.today, typing: true })
  if (!parsed.ok) return new Int32Array()
  const found = index.find(parsed.value.query, input)
  return found.ok ? numbersOf(index, found.value) : undefined
}

function numbersOf(index: SearchIndex, rows: Int32Array): Int32Array<ArrayBuffer> {
  const found = new Int32Array(rows.length)
  let count = 0
  for (const row of rows) {
    const number = numbersByRow[row] ?? numbers.get(index.idOf(row) ?? '')
    numbersByRow[row] = number
    if (number !== undefined) found[count++] = number
  }
  return found.slice(0, count)
}

/** How often a term is in the library is asked of the index, phrase by phrase. */
export async function suggestFromText({
  library,
  clipping,
  names,
  of,
}: Tasks['index-suggest-tags']['input']): Promise<TagSuggestion[]> {
  const article = await readArticleFile(library, clipping.id, clipping.revision)
  if (article === undefined) return []
  const subject = { title: clipping.title, text: textOf(article.body), tags: clipping.tags }
  return suggestTags(subject, names, words => {
    const phrase = { kind: 'text', field: 'any', text: words, exact: true, prefix: false } as const
    const found = index?.find(phrase)
    return found?.ok ? { having: found.value.length, of } : undefined
  })
}

/** Reads on after each search or change that came meanwhile, so that none waits for more than a piece. */
function warm(warmed: SearchIndex): void {
  setImmediate(() => {
    if (warmed === index && warmed.warm()) warm(warmed)
  })
}
