import type { Result } from '../core/result.ts'
import type { Failure, LibraryReport, Payload } from '../ipc/contract.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import type { WorkFailure } from '../work/pool.ts'
import type { TaskName, Tasks } from '../work/tasks.ts'
import type { Watch } from '../work/watch.ts'
import type { Desk } from './desk.ts'
import { workFailure } from './work-failure.ts'

export type JobOutcome = Payload<'job:ended'>['outcome']

/** The tasks that answer with a value or with why there is none. */
type CareTask = {
  [T in TaskName]: Tasks[T]['output'] extends Result<unknown, StoreFailure> ? T : never
}[TaskName]

type ValueOf<T extends CareTask> = Extract<Tasks[T]['output'], { ok: true }>['value']

/** Runs a task on a whole library in its own worker; one that is lost fails with the reason. */
export async function runCare<T extends CareTask>(
  { carePool }: Pick<Desk, 'carePool'>,
  task: T,
  input: Tasks[T]['input'],
  watch?: Partial<Watch>,
): Promise<Result<ValueOf<T>, Failure>> {
  const ran: Result<Result<ValueOf<T>, StoreFailure>, WorkFailure> = await carePool.run(task, input, watch)
  if (ran.ok) return ran.value
  return { ok: false, error: workFailure(ran.error) }
}

/** How a job ends that could not be carried out. */
export const ending = (failure: Failure): JobOutcome =>
  failure.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure }

/** How a job on the library ends that was. */
export const reported = (path: string, files: number, report: LibraryReport): JobOutcome => ({
  kind: 'done',
  path,
  files,
  report,
})

/** Starts a job and gives back its name. */
export function startCare(desk: Desk, work: (watch: Watch) => Promise<JobOutcome>): { job: string } {
  const job = desk.identifiers.next(desk.clock.now())
  desk.jobs.start(job, (signal, progress) => work({ signal, progress }))
  return { job }
}
