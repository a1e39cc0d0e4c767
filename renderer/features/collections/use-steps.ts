import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { type Move, type Step, stepOf } from './collection-moves.ts'
import { setCollectionFolded } from './folded-collections.ts'
import { keepFocusOn } from './moved-line.ts'

export interface Steps {
  /** What carries the step out; undefined where there is no way. */
  readonly of: (step: Step, id: string) => (() => void) | undefined
  /** Moves it anywhere; what is moved into a folded collection opens it. */
  readonly to: (id: string, move: Move) => void
}

/** Moving collections or saved searches among those beside them, into others and out. */
export function useSteps(kind: 'collection' | 'search'): Steps {
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const collections = overview?.collections ?? []
  const lines = kind === 'collection' ? collections : (overview?.savedSearches ?? [])
  const moveCollection = useChange('collection:move', { quiet: true })
  const moveSearch = useChange('search:move', { quiet: true })
  const to = (id: string, move: Move) => {
    if (move.parent !== null) setCollectionFolded(move.parent, false)
    void (kind === 'collection' ? moveCollection : moveSearch).run({ id, ...move })
  }
  return {
    to,
    of: (step, id) => {
      const move = stepOf(step, lines, collections, id)
      return (
        move &&
        (() => {
          keepFocusOn(id)
          to(id, move)
        })
      )
    },
  }
}
