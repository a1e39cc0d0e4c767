import type { Change, PlanFailure } from '../../core/library/change.ts'
import type { EditFailure } from '../../core/library/edit.ts'
import type { LibraryState } from '../../core/library/state.ts'
import type { ChangeLabel } from '../../core/model/library-change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Failure } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Desk } from '../desk.ts'
import type { Listings } from '../listings.ts'

export const failure = (code: Failure['code'], message: string = code): { ok: false; error: Failure } =>
  fail({ code, message })

/** Carries a request out on the open library, or says why it is not open. */
export const withLibrary = async <T>(
  desk: Desk,
  use: (library: Library, listings: Listings) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> => {
  const { opened } = desk.current
  return opened.ok ? use(opened.value.library, opened.value.listings) : opened
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
