import type { Overview } from '../../../electron/core/model/overview.ts'
import type { Movable, MovableLine, Spot } from '../sidebar/use-line-drag.ts'
import { isWithin, nextBeside } from './collection-moves.ts'
import { useSteps } from './use-steps.ts'

type Collection = Overview['collections'][number]
type SavedSearch = Overview['savedSearches'][number]

/** Where collections and saved searches of the sidebar may be dragged, and what carries that out. */
export function useMovables(collections: readonly Collection[], searches: readonly SavedSearch[]) {
  const collection = useSteps('collection')
  const search = useSteps('search')
  return {
    steps: { collection, search },
    movableCollection: (on: Collection): Movable => ({
      line: { kind: 'collection', id: on.id },
      takes: other => {
        if (other.kind === 'search') return ['into']
        return isWithin(collections, on.id, other.id) ? [] : ['before', 'into', 'after']
      },
      onTake: (other: MovableLine, spot: Spot) => {
        const steps = other.kind === 'search' ? search : collection
        if (spot === 'into') steps.to(other.id, { parent: on.id, before: null })
        else {
          const before = spot === 'before' ? on.id : nextBeside(without(collections, other.id), on)
          steps.to(other.id, { parent: on.parent ?? null, before })
        }
      },
    }),
    movableSearch: (on: SavedSearch): Movable => ({
      line: { kind: 'search', id: on.id },
      takes: other => (other.kind === 'search' ? ['before', 'after'] : []),
      onTake: (other, spot) => {
        const before = spot === 'before' ? on.id : nextBeside(without(searches, other.id), on)
        search.to(other.id, { parent: on.parent ?? null, before })
      },
    }),
  }
}

const without = <T extends { readonly id: string }>(lines: readonly T[], id: string): T[] =>
  lines.filter(line => line.id !== id)
