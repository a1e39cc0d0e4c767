import type { TaskName } from './tasks.ts'

/** What a worker may take: megabytes of its heap, and milliseconds of processor time without a sign of life. */
export interface WorkLimits {
  readonly megabytes: number
  readonly milliseconds: number
}

const MINUTE_MS = 60_000

/**
 * The limits of each pool, far beyond what any healthy task takes: they end what would never end, or would take the
 * whole machine with it. Tasks on whole libraries tell how far they are, and each word of that begins the time anew.
 */
export const POOL_LIMITS = {
  reading: { megabytes: 1024, milliseconds: 5 * MINUTE_MS },
  care: { megabytes: 2048, milliseconds: 30 * MINUTE_MS },
  index: { megabytes: 1024, milliseconds: 10 * MINUTE_MS },
  families: { megabytes: 2048, milliseconds: 10 * MINUTE_MS },
  chronology: { megabytes: 2048, milliseconds: 10 * MINUTE_MS },
  export: { megabytes: 2048, milliseconds: 10 * MINUTE_MS },
} as const satisfies Record<string, WorkLimits>

export type PoolName = keyof typeof POOL_LIMITS

/** Of what somebody waits for in the window less: one document, whoever made it. */
export const TASK_MILLISECONDS: Partial<Record<TaskName, number>> = {
  'read-paste': 30_000,
  'read-bytes': 60_000,
  'original-page': 30_000,
  'article-diff': 60_000,
  'find-quotes': 30_000,
  'find-sources': 30_000,
}
