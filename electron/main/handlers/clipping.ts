import {
  type ArticleChange,
  planArticle,
  withBlockRestored,
  withBlockSetAside,
} from '../../core/library/blocks.ts'
import { withDateCorrected } from '../../core/library/date-corrections.ts'
import { edited, planEdit, withUserStatements } from '../../core/library/edit.ts'
import { withHighlight, withHighlightChanged, withoutHighlight } from '../../core/library/highlights.ts'
import { planMark } from '../../core/library/mark.ts'
import { isKnownRule } from '../../core/library/outlet-rules.ts'
import { ruleFrom } from '../../core/library/teach.ts'
import type { Article } from '../../core/model/article.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, FieldEdits, Output } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Tasks } from '../../work/tasks.ts'
import { type Desk, instant } from '../desk.ts'
import { type Changed, commitPlan, failure, withLibrary, workFailed } from './with-library.ts'

/** What the dialog of originals shows at most, in UTF-16 units; the file itself is kept whole. */
const MOST_SHOWN = 400_000

async function read(library: Library, id: string): Promise<Result<Output<'clipping:get'>, Failure>> {
  const clipping = library.state.clippings.get(id)
  if (clipping === undefined) return failure('not-found')
  const article = await library.readArticle(clipping)
  return article.ok ? ok({ clipping, article: article.value }) : article
}

/**
 * Changes to articles, one after the other: each reads an article, writes the next revision and names it, and
 * a second one in between would be built on the revision that the first replaces.
 */
function inTurn(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return change => {
    const next = last.then(change)
    last = next.catch(() => undefined)
    return next
  }
}

/** Writes the article anew with the edit's evidence, then commits the clipping that names it. */
async function edit(
  desk: Desk,
  library: Library,
  id: string,
  edits: FieldEdits,
): Promise<Result<Output<'clipping:edit'>, Failure>> {
  const before = await read(library, id)
  if (!before.ok) return before
  const { clipping, article } = before.value
  const after = edited(clipping, edits)
  if (!after.ok) return failure(after.error)
  const restated = withUserStatements(article, clipping, after.value)
  const kept = restated === article ? ok(article) : await library.keepArticle(restated)
  if (!kept.ok) return kept
  const changed = await commitPlan(library, 'edit', state =>
    planEdit(state, id, edits, instant(desk.clock), kept.value),
  )
  if (!changed.ok) return changed
  const offer = ruleFrom(clipping, after.value)
  const isNew = offer !== undefined && !isKnownRule(library.state, offer)
  return ok(isNew ? { ...changed.value, offer } : changed.value)
}

/** Writes the article anew as `change` has it, then commits the clipping that names it. */
async function changeArticle(
  desk: Desk,
  library: Library,
  id: string,
  kind: ArticleChange,
  change: (article: Article, clipping: Clipping) => Result<Article, 'not-found' | 'invalid-date'>,
): Promise<Result<Changed, Failure>> {
  const before = await read(library, id)
  if (!before.ok) return before
  const after = change(before.value.article, before.value.clipping)
  if (!after.ok) return failure(after.error)
  const kept = await library.keepArticle(after.value)
  if (!kept.ok) return kept
  return commitPlan(library, kind, state => planArticle(state, kept.value, kind, instant(desk.clock)))
}

/** What is found in the text of an article, which may be long. */
async function inWorker<T extends 'find-quotes' | 'find-sources'>(
  desk: Desk,
  task: T,
  { body }: Pick<Article, 'body'>,
): Promise<Result<Tasks[T]['output'], Failure>> {
  const found = await desk.pool.run(task, { body })
  return found.ok ? found : workFailed(found.error)
}

export function clippingHandlers(desk: Desk) {
  const turn = inTurn()
  return {
    'clipping:get': ({ id }) => withLibrary(desk, library => read(library, id)),
    'clipping:edit': ({ id, edits }) =>
      withLibrary(desk, library => turn(() => edit(desk, library, id, edits))),
    'clipping:mark': ({ ids, mark }) =>
      withLibrary(desk, library =>
        commitPlan(library, 'edit', state => planMark(state, ids, mark, instant(desk.clock))),
      ),
    'clipping:restore-block': ({ id, setAsideId }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'restore-block', (article, clipping) =>
            withBlockRestored(article, clipping, setAsideId),
          ),
        ),
      ),
    'clipping:set-block-aside': ({ id, order }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'set-block-aside', (article, clipping) =>
            withBlockSetAside(article, clipping, order),
          ),
        ),
      ),
    'clipping:highlight': ({ id, ...passage }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'highlight', article => {
            const now = desk.clock.now()
            const madeAt = new Date(now).toISOString()
            return withHighlight(article, { ...passage, id: desk.identifiers.next(now), madeAt })
          }),
        ),
      ),
    'clipping:change-highlight': ({ id, highlight, colour, note }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'change-highlight', article =>
            withHighlightChanged(article, highlight, { colour, note }),
          ),
        ),
      ),
    'clipping:remove-highlight': ({ id, highlight }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'remove-highlight', article =>
            withoutHighlight(article, highlight),
          ),
        ),
      ),
    'clipping:correct-date': ({ id, from, to, edtf }) =>
      withLibrary(desk, library =>
        turn(() =>
          changeArticle(desk, library, id, 'correct-date', (article, clipping) =>
            withDateCorrected(article, clipping, { from, to, edtf, madeAt: instant(desk.clock) }),
          ),
        ),
      ),
    'clipping:quotes': ({ id }) =>
      withLibrary(desk, async library => {
        const kept = await read(library, id)
        return kept.ok ? inWorker(desk, 'find-quotes', kept.value.article) : kept
      }),
    'clipping:sources': ({ id }) =>
      withLibrary(desk, async library => {
        const kept = await read(library, id)
        return kept.ok ? inWorker(desk, 'find-sources', kept.value.article) : kept
      }),
    'clipping:original': ({ id, sha256 }) =>
      withLibrary(desk, async library => {
        const original = library.state.clippings.get(id)?.originals.find(each => each.sha256 === sha256)
        if (original === undefined) return failure('not-found')
        const bytes = await library.readOriginal(sha256)
        if (!bytes.ok) return bytes
        const text = new TextDecoder().decode(bytes.value)
        return ok({ text: text.slice(0, MOST_SHOWN), truncated: text.length > MOST_SHOWN })
      }),
  } satisfies Partial<Handlers>
}
