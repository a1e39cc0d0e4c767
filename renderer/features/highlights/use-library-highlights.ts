import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Input, Output } from '../../../electron/ipc/contract.ts'
import { send } from '../../api/bridge.ts'
import { useRequest } from '../../api/use-request.ts'

const SLICE = 100

export type ListedHighlight = Output<'library:highlights'>['marked'][number]

/** The highlights that fit a filter, of which only the slices around the lines on show are asked for. */
export function useLibraryHighlights(
  filter: Omit<Input<'library:highlights'>, 'start' | 'count'>,
  last: number,
): {
  readonly answer: Output<'library:highlights'> | undefined
  readonly isFailed: boolean
  readonly at: (index: number) => ListedHighlight | undefined
} {
  const { data, error } = useRequest(
    'library:highlights',
    { ...filter, start: 0, count: SLICE },
    { keepPrevious: true },
  )
  const slices = Array.from(
    { length: Math.floor(Math.min(last, (data?.total ?? 0) - 1) / SLICE) },
    (_, at) => at + 1,
  )
  const answers = useQueries({
    queries: slices.map(slice => {
      const input = { ...filter, start: slice * SLICE, count: SLICE }
      return {
        queryKey: ['library:highlights', input] as const,
        queryFn: () => send('library:highlights', input),
        placeholderData: keepPreviousData,
      }
    }),
  })
  return {
    answer: data,
    isFailed: error !== null,
    at: index => {
      const slice = Math.floor(index / SLICE)
      const of = slice === 0 ? data : answers[slice - 1]?.data
      return of?.marked[index % SLICE]
    },
  }
}
