import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { EventStatus, ListedEvent } from '../../../electron/core/model/chronology.ts'
import type { ExportScope } from '../../../electron/core/model/export-request.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { RequestFailed, send } from '../../api/bridge.ts'

const SLICE = 100
/** What is there sooner needs no sign that it is on its way. */
const SOON_MS = 200

export interface Events {
  /** What is known of the whole; undefined while nothing is. */
  readonly list: Omit<Output<'chronology:list'>, 'events'> | undefined
  /** How many there are of each status, also while those of another status are on their way. */
  readonly counts: Output<'chronology:list'>['counts'] | undefined
  /** Undefined for one that is on its way. */
  readonly at: (index: number) => ListedEvent | undefined
  /** Why there is nothing; `cancelled` where the user did not want to wait. */
  readonly failure: string | undefined
  readonly retry: () => void
  /** How far the reading of articles is, once it takes its time. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
}

/** The events of a list, of which only the slices around the rows on show are asked for. */
export function useEvents(
  scope: ExportScope,
  status: EventStatus | undefined,
  shown: { readonly first: number; readonly last: number },
): Events {
  const slices = new Set([0])
  for (let at = Math.floor(shown.first / SLICE); at <= Math.floor(shown.last / SLICE); at += 1) slices.add(at)
  const wanted = [...slices].filter(at => at >= 0).sort((a, b) => a - b)
  const answers = useQueries({
    queries: wanted.map(at => {
      const input = {
        scope,
        start: at * SLICE,
        count: SLICE,
        ...(status !== undefined && { status }),
      }
      return {
        queryKey: ['chronology:list', input] as const,
        queryFn: () => send('chronology:list', input),
      }
    }),
  })
  const [first] = answers
  const of = JSON.stringify(scope)
  const last = useRef<{ of: string; counts: Events['counts'] }>({ of, counts: undefined })
  if (first?.data) last.current = { of, counts: first.data.counts }
  const isWaiting = first?.data === undefined && first?.isFetching === true
  return {
    list: first?.data,
    counts: last.current.of === of ? last.current.counts : undefined,
    at: index => answers[wanted.indexOf(Math.floor(index / SLICE))]?.data?.events[index % SLICE],
    failure: first?.error instanceof RequestFailed ? first.error.failure.code : undefined,
    retry: () => void first?.refetch(),
    progress: useProgress(isWaiting),
  }
}

function useProgress(isWaiting: boolean): Events['progress'] {
  const [progress, setProgress] = useState<Events['progress']>()
  useEffect(() => {
    if (!isWaiting) {
      setProgress(undefined)
      return undefined
    }
    let isLong = false
    let last = { done: 0, total: 0 }
    const timer = setTimeout(() => {
      isLong = true
      setProgress(last)
    }, SOON_MS)
    const stop = window.cuttings.on('chronology:progress', told => {
      last = told
      if (isLong) setProgress(told)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isWaiting])
  return progress
}
