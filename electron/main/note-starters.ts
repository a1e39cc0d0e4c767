import { z } from 'zod'
import type { Caller, Handlers } from '../ipc/answer.ts'
import type { Starters } from './starters.ts'

type AnyHandler = (input: unknown, caller: Caller) => Promise<{ ok: boolean; value?: unknown }>

const startedSchema = z.object({ job: z.string() })
const importStartedSchema = z.object({ id: z.string() })

/** The name of what an answer says was started: a job, or an import, which are called by their ids. */
function startedBy(channel: string, value: unknown): string | undefined {
  const job = startedSchema.safeParse(value).data?.job
  return job ?? (channel.startsWith('import:') ? importStartedSchema.safeParse(value).data?.id : undefined)
}

/** The same handlers; of each job and each import that one of them starts it is noted which window asked for it. */
export function noteStarters(handlers: Handlers, starters: Starters): Handlers {
  const noting = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: unknown, caller: Caller) => {
      // Each handler is called with what its own channel's schema made of the input.
      const answered = await (handler as AnyHandler)(input, caller)
      const started = answered.ok ? startedBy(channel, answered.value) : undefined
      if (started !== undefined) starters.note(started, caller.window)
      return answered
    },
  ])
  // The channels and their answers are those of the handlers.
  return Object.fromEntries(noting) as Handlers
}
