import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Channel, Input, Output } from '../../electron/ipc/contract.ts'
import { type RequestFailed, send } from './bridge.ts'

interface Options {
  /** False postpones the request. */
  readonly enabled?: boolean
  /** Shows the last answer while the next is on its way, so that typing does not flash. */
  readonly keepPrevious?: boolean
  /** Asks anew each time that it is shown: for an answer that the main process holds something for, and not for long. */
  readonly askAnew?: boolean
}

/** The answer to a request, cached by channel and input, asked anew when the library changes. */
export function useRequest<C extends Channel>(
  channel: C,
  input: Input<C>,
  options: Options = {},
): UseQueryResult<Output<C>, RequestFailed> {
  return useQuery<Output<C>, RequestFailed, Output<C>, readonly [C, Input<C>]>({
    queryKey: [channel, input],
    queryFn: () => send(channel, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.askAnew ? { gcTime: 0 } : {}),
  })
}
