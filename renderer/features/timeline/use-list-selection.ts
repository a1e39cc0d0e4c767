import { useCallback, useEffect, useRef, useState } from 'react'
import type { Filter, Listing, Row } from '../../../electron/core/model/listing.ts'
import { send } from '../../api/bridge.ts'
import { navigateSoon, useRoute } from '../../routing/use-route.ts'
import { selection as selectedIds } from '../../state/selection.ts'
import {
  type ListSelection,
  NOTHING_SELECTED,
  rangeTo,
  rowAfterRemoval,
  selectOne,
  selectRange,
  toggleOne,
} from './list-selection.ts'

interface Selecting {
  readonly selection: ListSelection
  readonly select: (row: number) => Promise<void>
  readonly toggle: (row: number) => Promise<void>
  readonly extend: (row: number) => Promise<void>
  readonly selectAll: () => Promise<void>
}

/**
 * Whether a clipping that left the list stays open: one that was tagged out of the inbox does, one that went to
 * the trash or out of the library does not.
 */
async function isStillMeant(id: string, filter: Filter): Promise<boolean> {
  const answer = await window.cuttings.request('clipping:get', { id })
  return answer.ok && (answer.value.clipping.trashedAt !== undefined) === (filter.shelf === 'trash')
}

/**
 * The selection of the list, kept true to the listing: the open clipping is found again when the order changes,
 * and when it goes to the trash the one that took its place is opened.
 */
export function useListSelection(
  filter: Filter,
  listing: Listing | undefined,
  rowAt: (index: number) => Row | undefined,
): Selecting {
  const { clipping } = useRoute()
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const seen = useRef<{ filter: Filter; clipping: string | undefined } | undefined>(undefined)

  const apply = useCallback((next: ListSelection, opened: string | undefined) => {
    setSelection(next)
    selectedIds.set(next.ids.length > 1 ? next.ids : [])
    navigateSoon({ clipping: opened })
  }, [])

  const idsFrom = async (start: number, count: number): Promise<readonly string[]> => {
    const known = Array.from({ length: count }, (_, offset) => rowAt(start + offset)?.id)
    if (known.every(id => id !== undefined)) return known
    return (await send('library:ids', { filter, start, count })).ids
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the listing and the address, not its own result
  useEffect(() => {
    if (!listing) return undefined
    let isCurrent = true
    // Only a clipping that was open in this very list can leave it; one just clipped may not be listed yet.
    const wasListed = seen.current?.filter === filter && seen.current.clipping === clipping
    seen.current = { filter, clipping }
    const settle = async () => {
      if (!clipping) {
        setSelection(NOTHING_SELECTED)
        selectedIds.set([])
        return
      }
      if (selection.ids.length <= 1 && rowAt(selection.active)?.id === clipping) return
      const all = await idsFrom(0, listing.total)
      if (!isCurrent) return
      const kept = selection.ids.filter(id => all.includes(id))
      const row = all.indexOf(clipping)
      if (row >= 0) {
        const ids = kept.length > 1 && kept.includes(clipping) ? kept : [clipping]
        setSelection({ anchor: row, active: row, ids })
        selectedIds.set(ids.length > 1 ? ids : [])
      } else if (wasListed && selection.active >= 0 && !(await isStillMeant(clipping, filter))) {
        if (!isCurrent) return
        const place = rowAfterRemoval(
          { ...selection, active: Math.min(selection.active, selection.anchor) },
          all.length,
        )
        const id = all[place]
        apply(id ? selectOne(place, id) : NOTHING_SELECTED, id)
      } else if (wasListed && selection.active >= 0) {
        setSelection({ ...selection, ids: [] })
        selectedIds.set([])
      } else {
        setSelection(NOTHING_SELECTED)
        selectedIds.set([])
      }
    }
    void settle()
    return () => {
      isCurrent = false
    }
  }, [listing, clipping, filter])

  return {
    selection,
    select: async row => {
      const [id] = await idsFrom(row, 1)
      if (id) apply(selectOne(row, id), id)
    },
    toggle: async row => {
      const [id] = await idsFrom(row, 1)
      if (!id) return
      const next = toggleOne(selection, row, id)
      apply(next, next.ids.at(-1))
    },
    extend: async row => {
      const { start, count } = rangeTo(selection, row)
      const ids = await idsFrom(start, count)
      apply(selectRange(selection, row, ids), ids[row - start])
    },
    selectAll: async () => {
      const ids = await idsFrom(0, listing?.total ?? 0)
      apply({ anchor: 0, active: ids.length - 1, ids }, ids.at(-1))
    },
  }
}
