import { useQueries } from '@tanstack/react-query'
import type { Filter, Listing, Row } from '../../../electron/core/model/listing.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { send } from '../../api/bridge.ts'
import { queryClient } from '../../api/query-client.ts'

const SLICE = 100

interface Window {
  readonly first: number
  readonly last: number
}

/**
 * The rows of a listing, of which only the slices around the window on show are asked for. Undefined is a row
 * still on its way.
 */
export function useRows(
  filter: Filter,
  listing: Listing | undefined,
  window: Window,
): (index: number) => Row | undefined {
  const known = listing?.firstRows.length ?? 0
  const total = listing?.total ?? 0
  const slices: number[] = []
  for (
    let slice = Math.floor(window.first / SLICE);
    slice * SLICE <= Math.min(window.last, total - 1);
    slice += 1
  ) {
    const last = Math.min((slice + 1) * SLICE - 1, window.last, total - 1)
    if (slice >= 0 && last >= known) slices.push(slice)
  }
  const answers = useQueries({
    queries: slices.map(slice => {
      const input = { filter, start: slice * SLICE, count: SLICE }
      return { queryKey: ['library:rows', input] as const, queryFn: () => send('library:rows', input) }
    }),
  })
  return index => {
    if (index < known) return listing?.firstRows[index]
    const at = slices.indexOf(Math.floor(index / SLICE))
    return answers[at]?.data?.rows[index % SLICE]
  }
}

/** The row of a clipping, from what the cache holds of any list. */
export function cachedRow(id: string): Row | undefined {
  const lists = queryClient.getQueriesData<Listing>({ queryKey: ['library:list'] })
  for (const [, listing] of lists) {
    const row = listing?.firstRows.find(candidate => candidate.id === id)
    if (row) return row
  }
  const slices = queryClient.getQueriesData<Output<'library:rows'>>({ queryKey: ['library:rows'] })
  for (const [, slice] of slices) {
    const row = slice?.rows.find(candidate => candidate.id === id)
    if (row) return row
  }
  return undefined
}
