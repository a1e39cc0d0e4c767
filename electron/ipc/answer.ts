import {
  type Answer,
  type Channel,
  type Failure,
  type Input,
  type RequestContract,
  requests,
} from './contract.ts'
import { leftOutOf, payloadFault } from './payload.ts'

/** The window that asks, as far as a handler may use it. */
export interface Caller {
  /** Which one it is, as long as it is open. */
  readonly window: number
  /** Makes the window paste, as if the user had pressed the paste key. */
  paste(): void
  /** Goes on with the drag that is under way there as one of files, with a picture of them, both by their paths. */
  drag(dragged: { readonly files: readonly string[]; readonly icon: string }): void
}

export type Handler<C extends Channel> = (input: Input<C>, caller: Caller) => Promise<Answer<C>>

export type Handlers = { readonly [C in Channel]: Handler<C> }

/** Who sent a message: undefined where the frame is gone, is not the main frame, or is not ours. */
export type Sender = Caller | undefined

const refusal = (code: Failure['code'], message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
})

/** Why an input is not carried out, or what its handler gets. */
function parse(
  channel: string,
  { input, most }: RequestContract,
  raw: unknown,
): { ok: true; value: unknown } | { ok: false; error: Failure } {
  const fault = payloadFault(raw, most)
  if (fault !== undefined) return refusal(fault.code, `${channel} (${fault.message})`)
  const parsed = input.safeParse(raw)
  if (!parsed.success) {
    const where = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`).join('; ')
    return refusal('invalid-input', `${channel} (${where})`)
  }
  const leftOut = leftOutOf(parsed.data, raw)
  if (leftOut !== undefined) return refusal('invalid-input', `${channel} (${leftOut}: not in the contract)`)
  return { ok: true, value: parsed.data }
}

/**
 * Carries out one request: refuses unknown senders, bounds the input and parses it from `unknown`, then calls the
 * handler. A handler that throws has a bug; the caller gets `internal` and `report` gets the error, so that the window
 * is never left waiting.
 */
export async function answer<C extends Channel>(
  handlers: Pick<Handlers, C>,
  channel: C,
  sender: Sender,
  raw: unknown,
  report: (channel: Channel, error: unknown) => void,
  contract: Readonly<Record<C, RequestContract>> = requests,
): Promise<Answer<C>> {
  if (sender === undefined)
    return refusal('unknown-sender', `${channel} was asked by a frame that is not ours`)
  const input = parse(channel, contract[channel], raw)
  if (!input.ok) return input
  try {
    // The schema of a channel infers the input type of its handler; TypeScript does not link the two maps.
    return await handlers[channel](input.value as Input<C>, sender)
  } catch (error) {
    report(channel, error)
    return refusal('internal', error instanceof Error ? error.name : 'unknown error')
  }
}
