import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { type RequestFailed, send } from '../../api/bridge.ts'

/** Tells the main process that nobody waits any more. What it answers to that is of no interest. */
function cancelSearch(query: string): void {
  void window.cuttings.request('search:cancel', { query })
}

/** Runs a request for what a query finds; the search is given up once nothing on screen asks for it any more. */
function searching<T>(query: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  if (query.trim() !== '') signal.addEventListener('abort', () => cancelSearch(query), { once: true })
  return ask()
}

/**
 * The list that a filter gives. While the next one is on its way the last stays, as `isPlaceholderData`, so that
 * typing does not flash.
 */
export const useListing = (filter: Filter): UseQueryResult<Output<'library:list'>, RequestFailed> =>
  useQuery<Output<'library:list'>, RequestFailed>({
    queryKey: ['library:list', filter],
    queryFn: ({ signal }) => searching(filter.query, signal, () => send('library:list', filter)),
    placeholderData: keepPreviousData,
  })

/** What the clippings that a filter gives have in common; nothing is asked where `enabled` is false. */
export const useFacets = (
  filter: Filter,
  enabled: boolean,
): UseQueryResult<Output<'library:facets'>, RequestFailed> =>
  useQuery<Output<'library:facets'>, RequestFailed>({
    queryKey: ['library:facets', { filter }],
    queryFn: ({ signal }) => searching(filter.query, signal, () => send('library:facets', { filter })),
    enabled,
    placeholderData: keepPreviousData,
  })
