import type { ImportSummary } from '../../../electron/core/model/import-ledger.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { type Followed, followed } from './following.ts'

/** An import or a dry run as the view shows it. */
export interface ShownImport extends Followed {
  readonly id: string
}

/** One that ended before this window was opened, or that it did not see. */
const recorded = (summary: ImportSummary): ShownImport => ({
  id: summary.id,
  summary,
  isPlan: false,
  isStopping: false,
  isEnded: summary.state !== 'running',
})

/**
 * All imports, the newest first, dry runs among them. What is running is as the last news of it; what has ended is
 * as the library has it, since it may have been undone or gone on with.
 */
export function useImports(): {
  readonly imports: readonly ShownImport[]
  readonly isFailed: boolean
  readonly isKnown: boolean
} {
  const { data, error } = useRequest('import:list', {}, { keepPrevious: true })
  const live = useStore(followed)
  const listed = data?.imports ?? []
  const known = new Set(listed.map(({ id }) => id))
  const ours = [...live].filter(([id]) => !known.has(id)).map(([id, one]): ShownImport => ({ id, ...one }))
  const theirs = listed.map((summary): ShownImport => {
    const seen = live.get(summary.id)
    if (!seen) return recorded(summary)
    return { id: summary.id, ...seen, ...(seen.isEnded ? { summary } : {}) }
  })
  const imports = [...ours, ...theirs].sort((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt))
  return { imports, isFailed: error !== null, isKnown: data !== undefined }
}
