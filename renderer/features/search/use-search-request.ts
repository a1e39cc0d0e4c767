import {
  keepPreviousData,
  queryOptions,
  skipToken,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Input, Output } from '../../../electron/ipc/contract.ts'
import { type RequestFailed, send } from '../../api/bridge.ts'

/** How many requests wait for each query. */
const waiting = new Map<string, number>()

/** Runs a request for what a query finds. The search is given up once nothing on screen waits for it any more. */
async function searching<T>(query: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  waiting.set(query, (waiting.get(query) ?? 0) + 1)
  const leave = (): boolean => {
    const others = (waiting.get(query) ?? 1) - 1
    if (others > 0) waiting.set(query, others)
    else waiting.delete(query)
    return others === 0
  }
  const cancel = () => {
    if (leave() && query.trim() !== '') void window.cuttings.request('search:cancel', { query })
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await ask()
  } finally {
    signal.removeEventListener('abort', cancel)
    if (!signal.aborted) leave()
  }
}

/** One that was given up and is wanted again after all is asked once more. */
const isWantedAgain = (failures: number, { failure }: RequestFailed): boolean =>
  failure.code === 'cancelled' && failures < 2

/** While the next answer is on its way the last one stays, so that typing does not flash. */
const SEARCHING = { placeholderData: keepPreviousData, retry: isWantedAgain, retryDelay: 0 } as const

/** Asks for the list that a filter gives. */
export const listQuery = (filter: Filter) =>
  queryOptions<Output<'library:list'>, RequestFailed>({
    queryKey: ['library:list', filter],
    queryFn: ({ signal }) => searching(filter.query, signal, () => send('library:list', filter)),
    ...SEARCHING,
  })

/**
 * The list that a filter gives. While the next one is on its way the last stays, as `isPlaceholderData`, so that
 * typing does not flash.
 */
export const useListing = (filter: Filter): UseQueryResult<Output<'library:list'>, RequestFailed> =>
  useQuery(listQuery(filter))

/** What the clippings that a filter gives have in common; nothing is asked where `enabled` is false. */
export const useFacets = (
  filter: Filter,
  enabled: boolean,
): UseQueryResult<Output<'library:facets'>, RequestFailed> =>
  useQuery<Output<'library:facets'>, RequestFailed>({
    queryKey: ['library:facets', { filter }],
    queryFn: ({ signal }) => searching(filter.query, signal, () => send('library:facets', { filter })),
    enabled,
    ...SEARCHING,
  })

/** How many of the clippings that a filter gives are of which day or hour. */
export const useCounts = (
  filter: Filter,
  unit: Input<'library:counts'>['unit'],
  enabled: boolean,
): UseQueryResult<Output<'library:counts'>, RequestFailed> =>
  useQuery<Output<'library:counts'>, RequestFailed>({
    queryKey: ['library:counts', { filter, unit }],
    queryFn: ({ signal }) => searching(filter.query, signal, () => send('library:counts', { filter, unit })),
    enabled,
    ...SEARCHING,
  })

/** The same for each of the sources, tags or collections that have the most. */
export const useLanes = (
  filter: Filter,
  by: Input<'library:lanes'>['by'] | 'none',
): UseQueryResult<Output<'library:lanes'>, RequestFailed> =>
  useQuery<Output<'library:lanes'>, RequestFailed>({
    queryKey: ['library:lanes', { filter, by }],
    queryFn:
      by === 'none'
        ? skipToken
        : ({ signal }) => searching(filter.query, signal, () => send('library:lanes', { filter, by })),
    ...SEARCHING,
  })
