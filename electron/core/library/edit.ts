import { happenedIn } from '../dates/happened.ts'
import type { Article, Field } from '../model/article.ts'
import type { Clipping } from '../model/clipping.ts'
import { edtfSchema } from '../model/edtf.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Change, putClipping } from './change.ts'
import { datesOf } from './date-corrections.ts'
import type { LibraryState } from './state.ts'

/** New values of fields; an undefined one stays as it is. */
export interface FieldEdits {
  readonly title?: string | undefined
  readonly bylines?: readonly string[] | undefined
  /** Names of outlets; the first becomes the one that the list shows. */
  readonly sources?: readonly string[] | undefined
  readonly editors?: readonly string[] | undefined
  /** EDTF, or null for "not stated". */
  readonly published?: string | null | undefined
  readonly note?: string | undefined
}

export type EditFailure = 'not-found' | 'invalid-name' | 'invalid-date'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const trimmed = (names: readonly string[]): string[] =>
  names.map(name => name.trim()).filter(name => name !== '')

/**
 * The clipping with the user's values; the same instance where they change nothing. A blank title is
 * `invalid-name`, a date that is not EDTF `invalid-date`.
 */
export function edited(clipping: Clipping, edits: FieldEdits): Result<Clipping, EditFailure> {
  const after = { ...clipping }
  if (edits.title !== undefined) {
    after.title = edits.title.trim()
    if (after.title === '') return fail('invalid-name')
  }
  if (edits.bylines !== undefined) after.bylines = trimmed(edits.bylines)
  if (edits.editors !== undefined) after.editors = trimmed(edits.editors)
  if (edits.sources !== undefined) {
    after.sources = trimmed(edits.sources).map(
      name => clipping.sources.find(source => source.name === name) ?? { name },
    )
    const [first] = after.sources
    if (first === undefined) delete after.source
    else after.source = first
  }
  if (edits.published !== undefined) {
    const published = userDate(clipping.published, edits.published)
    if (published === undefined) return fail('invalid-date')
    after.published = published
  }
  if (edits.note !== undefined) {
    if (edits.note.trim() === '') delete after.note
    else after.note = edits.note
  }
  return ok(same(clipping, after) ? clipping : after)
}

function userDate(before: Clipping['published'], edtf: string | null): Clipping['published'] | undefined {
  if (edtf === null) return 'not-stated'
  if (!edtfSchema.safeParse(edtf).success) return undefined
  if (typeof before === 'object' && before.edtf === edtf) return before
  return { edtf, origin: 'user', evidence: edtf, confidence: 1 }
}

/**
 * Gives the clipping the user's values, and names the revision of its article where the edit made a new one,
 * whose dates may be others (see {@link withUserStatements}). Undefined where nothing changes.
 */
export function planEdit(
  state: LibraryState,
  id: string,
  edits: FieldEdits,
  at: string,
  article?: Pick<Article, 'revision' | 'datesInText'>,
): Result<Change | undefined, EditFailure> {
  const clipping = state.clippings.get(id)
  if (clipping === undefined) return fail('not-found')
  const result = edited(clipping, edits)
  if (!result.ok) return result
  if (result.value === clipping) return ok(undefined)
  const after = {
    ...result.value,
    ...(article !== undefined && {
      articleRevision: article.revision,
      happened: happenedIn(article.datesInText, result.value.published),
    }),
    updatedAt: at,
  }
  return ok({ label: { kind: 'edit', count: 1, name: after.title }, ops: [putClipping(after)] })
}

const STATED = ['title', 'bylines', 'published', 'sources', 'editors'] as const satisfies Field[]

/**
 * The article with the user's word as the evidence of each field that differs between the two clippings; the
 * same instance where none does. A field that the user emptied loses its statement: it is not stated. A new
 * date of publication resolves the dates in the text anew ("yesterday").
 */
export function withUserStatements(article: Article, before: Clipping, after: Clipping): Article {
  const statements = { ...article.statements }
  let changed = false
  for (const field of STATED) {
    if (same(before[field], after[field])) continue
    changed = true
    const evidence = wordsOf(after, field)
    if (evidence === '') delete statements[field]
    else statements[field] = { origin: 'user', evidence, confidence: 1 }
  }
  if (!changed) return article
  const redated = same(before.published, after.published)
    ? article.datesInText
    : datesOf(article.body, after, article.dateCorrections)
  return { ...article, statements, datesInText: redated }
}

function wordsOf(clipping: Clipping, field: (typeof STATED)[number]): string {
  switch (field) {
    case 'title':
      return clipping.title
    case 'published':
      return typeof clipping.published === 'object' ? clipping.published.edtf : ''
    case 'sources':
      return clipping.sources.map(({ name }) => name).join(', ')
    default:
      return clipping[field].join(', ')
  }
}
