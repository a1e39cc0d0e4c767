import type { Caller, Handlers } from '../ipc/answer.ts'
import type { Starters } from './starters.ts'

type AnyHandler = (input: unknown, caller: Caller) => Promise<{ ok: boolean; value?: unknown }>

const jobIn = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' && 'job' in value && typeof value.job === 'string'
    ? value.job
    : undefined

/** The same handlers; of each job that one of them starts it is noted which window asked for it. */
export function noteStarters(handlers: Handlers, starters: Starters): Handlers {
  const noting = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: unknown, caller: Caller) => {
      // Each handler is called with what its own channel's schema made of the input.
      const answered = await (handler as AnyHandler)(input, caller)
      const job = answered.ok ? jobIn(answered.value) : undefined
      if (job !== undefined) starters.note(job, caller.window)
      return answered
    },
  ])
  // The channels and their answers are those of the handlers.
  return Object.fromEntries(noting) as Handlers
}
