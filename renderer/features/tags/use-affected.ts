import { useRequest } from '../../api/use-request.ts'

export interface Affected {
  /** Clippings with the tag or one below it, those in the trash included. */
  readonly clippings: number
  readonly inTrash: number
}

/** How many clippings a change of the tag reaches; undefined while it is counted. */
export function useAffected(name: string): Affected | undefined {
  const filter = { tag: name, query: '', clock: 'clipped' } as const
  const { data: kept } = useRequest('library:list', { ...filter, shelf: 'all' })
  const { data: trashed } = useRequest('library:list', { ...filter, shelf: 'trash' })
  return kept && trashed ? { clippings: kept.total + trashed.total, inTrash: trashed.total } : undefined
}
