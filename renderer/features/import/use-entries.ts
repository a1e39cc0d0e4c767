import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { ImportEntry, ImportOutcome } from '../../../electron/core/model/import-ledger.ts'
import { send } from '../../api/bridge.ts'

const SLICE = 100

interface Shown {
  readonly first: number
  readonly last: number
}

interface Entries {
  readonly total: number
  readonly isFailed: boolean
  /** Undefined is an entry that is still on its way. */
  readonly entryAt: (index: number) => ImportEntry | undefined
}

/** The entries of a ledger, of which only the slices on show are asked for, and the first, which says how many. */
export function useEntries(id: string, outcome: ImportOutcome | undefined, shown: Shown): Entries {
  const slices = [0]
  for (let slice = Math.floor(shown.first / SLICE); slice * SLICE <= shown.last; slice += 1)
    if (slice > 0) slices.push(slice)
  const answers = useQueries({
    queries: slices.map(slice => {
      const input = { id, ...(outcome ? { outcome } : {}), start: slice * SLICE, count: SLICE }
      return {
        queryKey: ['import:entries', input] as const,
        queryFn: () => send('import:entries', input),
        placeholderData: keepPreviousData,
      }
    }),
  })
  return {
    total: answers[0]?.data?.total ?? 0,
    isFailed: answers.some(({ error }) => error !== null),
    entryAt: index => answers[slices.indexOf(Math.floor(index / SLICE))]?.data?.entries[index % SLICE],
  }
}
