import type { Bridge, Channel, Failure, Input, Output } from '../../electron/ipc/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload script: the only way out of the window. */
    readonly cuttings: Bridge
  }
}

/** A request that the main process answered with a failure. Its code is put into words by `failureWords`. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message}`)
    this.failure = failure
  }
}

/** Sends a request. Throws {@link RequestFailed} where the answer is a failure. */
export async function send<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await window.cuttings.request(channel, input)
  if (!answer.ok) throw new RequestFailed(answer.error)
  return answer.value
}
