import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
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
 * The passages that the query found in the bodies of the rows on show; undefined for a row whose passage is on its
 * way, or in whose body nothing was found.
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
  return id => {
    const at = slices.findIndex(ids => ids.includes(id))
    const snippet = answers[at]?.data?.snippets.find(candidate => candidate.id === id)
    return snippet !== undefined && snippet.marks.length > 0 ? snippet : undefined
  }
}
