import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Row, Snippet } from '../../../electron/core/model/listing.ts'
import { send } from '../../api/bridge.ts'
import { typedQuery } from './typed-query.ts'

/** Rows whose passages are asked for together. */
const SLICE = 20

interface Window {
  readonly first: number
  readonly last: number
}

/**
 * The passages that the query found in the bodies of the rows on show; undefined for a row in whose body nothing was
 * found. While a passage is on its way the one before it stays, so that typing does not flash.
 */
export function useSnippets(
  query: string,
  rowAt: (index: number) => Row | undefined,
  total: number,
  { first, last }: Window,
): (id: string) => Snippet | undefined {
  const isOn = useMemo(() => typedQuery(query) !== undefined, [query])
  const slices: (readonly string[])[] = []
  for (let at = first - (first % SLICE); isOn && at <= Math.min(last, total - 1); at += SLICE) {
    const rows = Array.from({ length: Math.min(SLICE, total - at) }, (_, offset) => rowAt(at + offset))
    if (rows.every(row => row !== undefined)) slices.push(rows.map(({ id }) => id))
  }
  const answers = useQueries({
    queries: slices.map(ids => {
      const input = { query, ids: [...ids] }
      return { queryKey: ['search:snippets', input] as const, queryFn: () => send('search:snippets', input) }
    }),
  })
  const shown = useRef(new Map<string, Snippet>())
  if (!isOn) shown.current.clear()
  for (const [at, ids] of slices.entries()) {
    const answer = answers[at]?.data
    if (answer === undefined) continue
    for (const id of ids) shown.current.delete(id)
    for (const snippet of answer.snippets)
      if (snippet.marks.length > 0) shown.current.set(snippet.id, snippet)
  }
  return id => shown.current.get(id)
}
