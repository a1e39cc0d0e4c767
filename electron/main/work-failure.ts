import type { Failure } from '../ipc/contract.ts'
import type { WorkFailure } from '../work/pool.ts'

/** Why a worker did not do it. A task that threw has a bug; one that was ended went beyond its limits. */
export const workFailure = ({ reason, message }: WorkFailure): Failure => ({
  code: reason === 'worker-failed' ? 'internal' : reason,
  message,
})
