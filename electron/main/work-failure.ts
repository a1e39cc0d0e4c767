import type { Failure, FailureCode } from '../ipc/contract.ts'
import type { WorkFailure } from '../work/pool.ts'

/**
 * Why a worker did not do it. A task that threw has a bug, or what it is `called` where that says more; one that was ended
 * went beyond its limits.
 */
export const workFailure = (
  { reason, message }: WorkFailure,
  called: Extract<FailureCode, 'internal' | 'export-failed'> = 'internal',
): Failure => ({ code: reason === 'worker-failed' ? called : reason, message })
