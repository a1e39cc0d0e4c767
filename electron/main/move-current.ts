import type { Result } from '../core/result.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Watch } from '../work/watch.ts'
import { ending, type JobOutcome, reported, runCare } from './care-jobs.ts'
import type { Desk } from './desk.ts'

type Moved = Result<{ files: number; isCopy: boolean }, Failure>

/**
 * Moves the open library to another folder and goes on there. Where it was copied to another disk, the old folder is
 * removed once the new one is open; where that does not open, the library goes on in the old one.
 */
export async function moveCurrent(
  desk: Pick<Desk, 'current' | 'carePool'>,
  to: string,
  watch: Watch,
): Promise<JobOutcome> {
  const { current } = desk
  const from = current.path
  let moved: Moved | undefined
  const opened = await current.whileClosed(async path => {
    moved = await runCare(desk, 'library-move', { from: path, to }, watch)
    return moved.ok ? to : path
  })
  if (moved === undefined) return ending({ code: 'internal', message: 'the library was not moved' })
  if (!moved.ok) return ending(moved.error)
  if (!opened.ok) return goBack(desk, from, to, moved.value.isCopy, opened.error)
  const removed = moved.value.isCopy ? await runCare(desk, 'library-remove-moved', { from }) : undefined
  void current.look()
  const stays = removed !== undefined && !(removed.ok && removed.value)
  return reported(to, moved.value.files, { of: 'move', ...(stays && { left: from }) })
}

async function goBack(
  desk: Pick<Desk, 'current' | 'carePool'>,
  from: string,
  to: string,
  isCopy: boolean,
  failure: Failure,
): Promise<JobOutcome> {
  await desk.current.whileClosed(async () => {
    if (!isCopy) await runCare(desk, 'library-move', { from: to, to: from })
    return from
  })
  return ending(failure)
}
