import { planArticle } from '../../electron/core/library/blocks.ts'
import type { Change } from '../../electron/core/library/change.ts'
import { planClip } from '../../electron/core/library/clip.ts'
import { planCreateCollection } from '../../electron/core/library/collections.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import { planEmptyTrash } from '../../electron/core/library/retention.ts'
import {
  planDeleteSearch,
  planRenameSearch,
  planSaveSearch,
} from '../../electron/core/library/saved-searches.ts'
import type { LibraryState } from '../../electron/core/library/state.ts'
import { planRenameTag } from '../../electron/core/library/tags.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { ok, type Result } from '../../electron/core/result.ts'
import { keepClippings } from '../../electron/store/keep-clipping.ts'
import type { Library } from '../../electron/store/library.ts'
import type { StoreFailure } from '../../electron/store/store-failure.ts'
import { sampleArticle, sampleClipping, sampleId } from '../unit/core/library/samples.ts'

const AT = '2025-07-20T08:00:00.000Z'
const LONG_NOTE = '核对货轮数字。'.repeat(40)

type Outcome = Result<unknown, { readonly code: string }>
type Planned = Result<Change | undefined, unknown>

/** Of a different length for each number. */
const originalOf = (number: number): string => `original ${number}\n`.repeat(number)

/** Original and article of a new clipping of this number. */
async function prepare(library: Library, number: number): Promise<Result<Clipping, StoreFailure>> {
  const bytes = new TextEncoder().encode(originalOf(number))
  const original = await library.putOriginal(bytes, 'text/plain', 'paste.txt')
  const article = await library.keepArticle(sampleArticle(number, `Words of clipping ${number}`))
  if (!original.ok) return original
  if (!article.ok) return article
  return ok(
    sampleClipping(number, {
      clippedAt: `2025-0${5 + (number % 3)}-01T00:00:00.000Z`,
      originals: [original.value],
      articleRevision: article.value.revision,
    }),
  )
}

/** Clips of these numbers, as one change. */
export async function clip(library: Library, ...numbers: number[]): Promise<Outcome> {
  const clippings: Clipping[] = []
  for (const number of numbers) {
    const clipping = await prepare(library, number)
    if (!clipping.ok) return clipping
    clippings.push(clipping.value)
  }
  const [first, ...rest] = clippings
  if (first === undefined) return { ok: true, value: undefined }
  return library.commit(planClip(library.pending, [first, ...rest]), 'import')
}

/** Extractions of these numbers that share an original, kept as one change. */
async function keep(library: Library, first: number, second: number, third: number): Promise<Outcome> {
  const original = {
    bytes: new TextEncoder().encode('an export'),
    mediaType: 'text/plain',
    name: 'export.txt',
  }
  const source = (number: number) => {
    const { id: _, revision: __, ...article } = sampleArticle(number, `Words of import ${number}`)
    const own = { ...original, bytes: new TextEncoder().encode(originalOf(number)) }
    return { extraction: { clipping: sampleClipping(number), article }, originals: [original, own] }
  }
  const ids = [first, second, third].map(number => sampleId(number)).values()
  const ports = {
    clock: { now: () => Date.parse(AT) },
    identifiers: { next: () => ids.next().value ?? '' },
  }
  return keepClippings(library, ports, [source(first), source(second), source(third)], 'import')
}

async function commit(library: Library, plan: (state: LibraryState) => Planned): Promise<Outcome> {
  const planned = plan(library.pending)
  if (!planned.ok || planned.value === undefined) return { ok: true, value: undefined }
  return library.commit(planned.value)
}

const empty = (library: Library): Promise<Outcome> => commit(library, state => ok(planEmptyTrash(state)))

const ids = (...numbers: number[]): string[] => numbers.map(number => sampleId(number))
const everything = (state: LibraryState): string[] => [...state.clippings.keys()]

async function revise(library: Library, number: number): Promise<Outcome> {
  const kept = await library.keepArticle(sampleArticle(number, 'Other words', 'in two paragraphs'))
  return kept.ok
    ? commit(library, state => planArticle(state, kept.value, 'restore-block', AT))
    : { ok: false, error: kept.error }
}

/** A name and what it does, one of everything that a library does with its disk. */
export type RunStep = readonly [name: string, run: (library: Library) => Promise<Outcome>]

const tagged = (state: LibraryState, numbers: string[], tag: string): Planned =>
  planMark(state, numbers, { mark: 'tag', tag, on: true }, AT)

const together = async (outcomes: readonly Promise<Outcome>[]): Promise<Outcome> => {
  const all = await Promise.all(outcomes)
  return all.find(each => !each.ok) ?? { ok: true, value: undefined }
}

/** Before the library is closed and opened again. */
export const FIRST_HALF: readonly RunStep[] = [
  ['clips', library => clip(library, 1)],
  ['clips three at once', library => together([2, 3, 4].map(number => clip(library, number)))],
  ['tags', library => commit(library, state => tagged(state, ids(1), '港口/罢工'))],
  [
    'edits',
    library => commit(library, state => planEdit(state, sampleId(2), { title: '标题', note: LONG_NOTE }, AT)),
  ],
  ['tags in bulk', library => commit(library, state => tagged(state, everything(state), 'bulk'))],
  ['undoes', library => library.undo()],
  ['redoes', library => library.redo()],
  ['compacts', library => library.compact()],
  [
    'collects',
    library => commit(library, state => planCreateCollection(state, sampleId(90), 'Ports', ids(1, 3), AT)),
  ],
  [
    'edits four at once',
    library =>
      together(
        [1, 2, 3, 4].map(number =>
          commit(library, state => planEdit(state, sampleId(number), { note: `${LONG_NOTE}${number}` }, AT)),
        ),
      ),
  ],
  [
    'compacts while it is edited',
    library =>
      together([
        library.compact(),
        ...[1, 2].map(number =>
          commit(library, state => planMark(state, ids(number), { mark: 'starred', on: true }, AT)),
        ),
      ]),
  ],
  ['revises an article', library => revise(library, 3)],
  [
    'saves a search',
    library => commit(library, state => planSaveSearch(state, sampleId(95), '港口', 'tag:港口 -is:read')),
  ],
  [
    'trashes two',
    library => commit(library, state => planMark(state, ids(2, 4), { mark: 'trashed', on: true }, AT)),
  ],
  ['empties the trash', empty],
]

/** After it. */
export const SECOND_HALF: readonly RunStep[] = [
  ['undoes what was done before it was closed', library => library.undo()],
  ['renames a search', library => commit(library, state => planRenameSearch(state, sampleId(95), 'Harbour'))],
  ['clips three as one change', library => clip(library, 5, 6, 7)],
  ['renames a tag in bulk', library => commit(library, state => planRenameTag(state, 'bulk', 'group/all'))],
  [
    'trashes',
    library => commit(library, state => planMark(state, ids(1, 5), { mark: 'trashed', on: true }, AT)),
  ],
  ['undoes a bulk change', library => library.undo()],
  ['keeps an original twice', library => clip(library, 8)],
  ['imports three as one change', library => keep(library, 10, 11, 12)],
  ['deletes a search', library => commit(library, state => planDeleteSearch(state, sampleId(95)))],
  [
    'leaves an article that nothing names',
    library => library.keepArticle(sampleArticle(20, 'Never clipped')),
  ],
  ['collects what nothing names', library => library.collectOrphans()],
  ['empties the trash and compacts', library => together([empty(library), library.compact()])],
]
