import type { Change, PlanFailure } from '../../core/library/change.ts'
import type { EditFailure } from '../../core/library/edit.ts'
import type { LibraryState } from '../../core/library/state.ts'
import type { ChangeLabel } from '../../core/model/library-change.ts'
import type { Filter } from '../../core/model/listing.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Desk } from '../desk.ts'
import type { Listed, Listings } from '../listings.ts'
import type { OpenSession } from '../open-session.ts'
import { workFailure } from '../work-failure.ts'

export const failure = (code: Failure['code'], message: string = code): { ok: false; error: Failure } =>
  fail({ code, message })

export const workFailed = (...failed: Parameters<typeof workFailure>): { ok: false; error: Failure } =>
  fail(workFailure(...failed))

/** Carries a request out on the open library, which may take a moment when the app starts, or says why it is not open. */
export async function withLibrary<T>(
  desk: Desk,
  use: (library: Library, listings: Listings) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const opened = await desk.current.whenStarted()
  return opened.ok ? use(opened.value.library, opened.value.listings) : opened
}

/** The same with all that follows the open library. */
export async function withSession<T>(
  desk: Desk,
  use: (session: OpenSession) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const opened = await desk.current.whenStarted()
  return opened.ok ? use(opened.value) : opened
}

/** The same for a list; until the library is open, its newest clippings are all that is known of it. */
export async function withList<T>(
  desk: Desk,
  filter: Filter,
  answer: (listed: Listed, lists: Listings) => T,
): Promise<Result<T, Failure>> {
  await desk.current.ready
  const { preview } = desk.current
  const opened =
    preview !== undefined && filter.query === ''
      ? ok({ listings: preview })
      : await desk.current.whenStarted()
  if (!opened.ok) return opened
  const { listings } = opened.value
  const listed = await listings.get(filter)
  return listed.ok ? ok(answer(listed.value, listings)) : listed
}

export interface Changed {
  seq: number
  label: ChangeLabel
}

/**
 * Plans a change on what the library is about to be and commits it without a pause between, so that two
 * changes made at once do not overwrite each other. A plan that changes nothing is no entry of the history:
 * it answers with the label `nothing` and the seq of the last change.
 */
export async function commitPlan(
  library: Library,
  nothing: ChangeLabel['kind'],
  plan: (state: LibraryState) => Result<Change | undefined, PlanFailure | EditFailure>,
): Promise<Result<Changed, Failure>> {
  const planned = plan(library.pending)
  if (!planned.ok) return failure(planned.error)
  if (planned.value === undefined) return ok({ seq: library.version, label: { kind: nothing, count: 0 } })
  return library.commit(planned.value)
}
