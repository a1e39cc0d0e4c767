import { z } from 'zod'
import { type Channel, events, failureCodeSchema, requests } from '../ipc/contract.ts'

const count = z.number().int().nonnegative()

const requestSchema = z.enum(Object.keys(requests) as [Channel, ...Channel[]])

/** The kinds of errors that the language and Node have; whatever else calls itself, it counts as `other`. */
const ERROR_KINDS = [
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError'],
  ...[
    'AggregateError',
    'AssertionError',
    'AbortError',
    'TimeoutError',
    'DataCloneError',
    'ZodError',
    'other',
  ],
] as const

/** What the system says of a call that failed; the path that goes with it is left out. */
const SYSTEM_CODES = [
  ...['EACCES', 'EBUSY', 'EEXIST', 'EINVAL', 'EIO', 'EISDIR', 'EMFILE', 'ENAMETOOLONG', 'ENFILE', 'ENODEV'],
  ...['ENOENT', 'ENOMEM', 'ENOSPC', 'ENOTDIR', 'ENOTEMPTY', 'EPERM', 'EPIPE', 'EROFS', 'ESTALE', 'ETIMEDOUT'],
  ...[
    'EXDEV',
    'ERR_WORKER_OUT_OF_MEMORY',
    'ERR_INVALID_ARG_TYPE',
    'ERR_INVALID_ARG_VALUE',
    'ERR_IPC_CHANNEL_CLOSED',
  ],
] as const

/** A place in one of our own bundles, which are the same on every machine: its file's name, line and column. */
const PLACE = /\b((?:index|worker|chunk-[\w-]{1,40})\.js:\d{1,7}:\d{1,7})\b/gu
const placeSchema = z.string().regex(new RegExp(`^${PLACE.source}$`, 'u'))
const MOST_PLACES = 12

const bugSchema = z.strictObject({
  event: z.literal('bug'),
  where: z.enum(['request', 'event', 'main', 'promise']),
  request: requestSchema.optional(),
  told: z.enum(Object.keys(events) as [keyof typeof events]).optional(),
  kind: z.enum(ERROR_KINDS),
  system: z.enum(SYSTEM_CODES).optional(),
  places: z.array(placeSchema).max(MOST_PLACES),
})

/**
 * All that the log can say. Each value is of a closed list, a number, or a place in our own code, so that no text of
 * an article, no title, address, tag, path or name can get into it, whoever writes to it.
 */
export const logEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), version: z.string().regex(/^\d{1,4}(\.\d{1,4}){2}$/u) }),
  z.strictObject({ event: z.literal('ended') }),
  z.strictObject({
    event: z.literal('library'),
    state: z.enum(['open', 'closed', 'busy']),
    clippings: count,
    failure: failureCodeSchema.optional(),
    readOnly: failureCodeSchema.optional(),
    index: z.enum(['ready', 'building', 'unavailable']).optional(),
    backup: failureCodeSchema.optional(),
  }),
  z.strictObject({ event: z.literal('request-failed'), request: requestSchema, failure: failureCodeSchema }),
  z.strictObject({
    event: z.literal('job-ended'),
    outcome: z.enum(['done', 'cancelled', 'failed']),
    failure: failureCodeSchema.optional(),
  }),
  z.strictObject({
    event: z.literal('import-ended'),
    state: z.enum(['running', 'done', 'cancelled', 'interrupted', 'undone']),
    imported: count,
    failed: count,
    failure: failureCodeSchema.optional(),
  }),
  z.strictObject({
    event: z.literal('worker-lost'),
    worker: z.enum(['reading', 'care', 'index', 'families', 'chronology', 'export']),
    reason: z.enum(['crashed', 'out-of-memory', 'timed-out']),
  }),
  z.strictObject({
    event: z.literal('window-gone'),
    reason: z.enum([
      ...['clean-exit', 'abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure'],
      ...['memory-eviction', 'other'],
    ] as const),
    exitCode: z.number().int(),
    answer: z.enum(['reloaded', 'asked']),
  }),
  z.strictObject({ event: z.literal('window-unresponsive'), answer: z.enum(['waited', 'reloaded']) }),
  z.strictObject({
    event: z.literal('profile-file'),
    file: z.enum(['settings', 'libraries', 'windows']),
    state: z.enum(['damaged', 'unreadable', 'newer']),
  }),
  bugSchema,
])

export type LogEvent = z.infer<typeof logEventSchema>

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find(each => each === value)

/** What of an error may be told: its kind, and where in our code it was thrown. Its message may quote anything. */
export function bugEvent(
  error: unknown,
  at: Pick<z.infer<typeof bugSchema>, 'where' | 'request' | 'told'>,
): LogEvent {
  const thrown = error instanceof Error ? error : undefined
  const system = oneOf(SYSTEM_CODES, thrown !== undefined && 'code' in thrown ? thrown.code : undefined)
  const places = Array.from((thrown?.stack ?? '').matchAll(PLACE), ([, place]) => place ?? '')
  return {
    event: 'bug',
    ...at,
    kind: oneOf(ERROR_KINDS, thrown?.name) ?? 'other',
    ...(system !== undefined && { system }),
    places: places.slice(0, MOST_PLACES),
  }
}
