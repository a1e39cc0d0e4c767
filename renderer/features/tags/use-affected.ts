import { useRequest } from '../../api/use-request.ts'

/** As many titles as tell which clippings are meant. */
const NAMED = 4

export interface Affected {
  /** Clippings with the tag or one below it, those in the trash included. */
  readonly clippings: number
  readonly inTrash: number
  /** The titles of a few of them. */
  readonly titles: readonly string[]
}

/** How many clippings a change of the tag reaches; undefined while it is counted. */
export function useAffected(name: string): Affected | undefined {
  const filter = { tag: name, query: '', clock: 'clipped' } as const
  const { data: kept } = useRequest('library:list', { ...filter, shelf: 'all' })
  const { data: trashed } = useRequest('library:list', { ...filter, shelf: 'trash' })
  if (!kept || !trashed) return undefined
  return {
    clippings: kept.total + trashed.total,
    inTrash: trashed.total,
    titles: kept.firstRows.slice(0, NAMED).map(({ title }) => title),
  }
}
