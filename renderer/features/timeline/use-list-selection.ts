import { useCallback, useEffect, useRef, useState } from 'react'
import type { Filter, Listing, Row } from '../../../electron/core/model/listing.ts'
import { send } from '../../api/bridge.ts'
import type { Route } from '../../routing/route.ts'
import { navigate, useRouteOf } from '../../routing/use-route.ts'
import { selection as selectedIds } from '../../state/selection.ts'
import {
  type ListSelection,
  leaveGap,
  NOTHING_SELECTED,
  rangeTo,
  rowAfterRemoval,
  selectOne,
  selectRange,
  step,
  toggleOne,
} from './list-selection.ts'

/** So many cross from the main process without holding it up. */
const IDS_AT_ONCE = 5000

interface Selecting {
  readonly selection: ListSelection
  readonly select: (row: number) => Promise<void>
  readonly toggle: (row: number) => Promise<void>
  readonly extend: (row: number) => Promise<void>
  readonly selectAll: () => Promise<void>
  /** One row on or back from the active one, which may have moved since the last rendering. */
  readonly move: (by: 1 | -1) => Promise<void>
  readonly extendBy: (by: 1 | -1) => Promise<void>
}

/**
 * Whether a clipping that left the list stays open: one that was tagged out of the inbox does, one that went to
 * the trash or out of the library does not.
 */
async function isStillMeant(id: string, filter: Filter): Promise<boolean> {
  const answer = await window.cuttings.request('clipping:get', { id })
  return answer.ok && (answer.value.clipping.trashedAt !== undefined) === (filter.shelf === 'trash')
}

const opened = ({ clipping }: Route) => ({ clipping })

/**
 * The selection of the list, kept true to the listing: the open clipping is found again when the order changes,
 * and when it goes to the trash the one that took its place is opened.
 */
export function useListSelection(
  filter: Filter,
  listing: Listing | undefined,
  rowAt: (index: number) => Row | undefined,
): Selecting {
  const { clipping } = useRouteOf(opened)
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  // Keys come faster than renderings: each starts from what the one before it left.
  const latest = useRef(selection)
  const seen = useRef<{ listing: Listing; filter: Filter; clipping: string | undefined } | undefined>(
    undefined,
  )

  const keep = useCallback((next: ListSelection) => {
    latest.current = next
    setSelection(next)
    selectedIds.set(next.ids.length > 1 ? next.ids : [])
  }, [])
  const apply = (next: ListSelection, opened: string | undefined) => {
    keep(next)
    navigate({ clipping: opened }, 'replace')
  }
  const idsFrom = async (start: number, count: number): Promise<readonly string[]> => {
    const known = Array.from({ length: count }, (_, offset) => rowAt(start + offset)?.id)
    if (known.every(id => id !== undefined)) return known
    const ids: string[] = []
    while (ids.length < count) {
      const asked = { filter, start: start + ids.length, count: Math.min(count - ids.length, IDS_AT_ONCE) }
      const answer = await send('library:ids', asked)
      if (answer.ids.length === 0) break
      ids.push(...answer.ids)
    }
    return ids
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the listing and the address, not its own result
  useEffect(() => {
    if (!listing) return undefined
    let isCurrent = true
    const before = seen.current
    seen.current = { listing, filter, clipping }
    // Only a clipping that was open in this very list can leave it; one just clipped may not be listed yet.
    const wasListed = before?.filter === filter && before.clipping === clipping
    const settle = async () => {
      const now = latest.current
      if (!clipping) return keep(NOTHING_SELECTED)
      const isInPlace = now.ids.includes(clipping) && rowAt(now.active)?.id === clipping
      if (isInPlace && (before?.listing === listing || now.ids.length === 1)) return
      const { places } = await send('library:places', { filter, ids: [clipping, ...now.ids] })
      if (!isCurrent || latest.current !== now) return
      const [row, ...others] = places
      if (typeof row === 'number') {
        const kept = now.ids.filter((_, index) => typeof others[index] === 'number')
        const isRange = kept.length > 1 && kept.includes(clipping)
        keep(isRange ? { ...now, active: row, ids: kept, gap: false } : selectOne(row, clipping))
      } else if (!wasListed || now.active < 0) {
        keep(NOTHING_SELECTED)
      } else if (await isStillMeant(clipping, filter)) {
        if (isCurrent) keep(leaveGap(now))
      } else if (isCurrent) {
        const place = rowAfterRemoval(now, listing.total)
        const [id] = place < 0 ? [] : await idsFrom(place, 1)
        if (!isCurrent) return
        apply(id ? selectOne(place, id) : NOTHING_SELECTED, id)
      }
    }
    void settle()
    return () => {
      isCurrent = false
    }
  }, [listing, clipping, filter])

  const select = async (row: number) => {
    if (row < 0) return
    const known = rowAt(row)?.id
    if (known) return apply(selectOne(row, known), known)
    const waiting = selectOne(row, undefined)
    keep(waiting)
    const [id] = await idsFrom(row, 1)
    if (id && latest.current === waiting) apply(selectOne(row, id), id)
  }
  const extend = async (row: number) => {
    if (row < 0) return
    const { start, count } = rangeTo(latest.current, row)
    const ids = await idsFrom(start, count)
    apply(selectRange(latest.current, row, ids), ids[row - start])
  }
  const total = listing?.total ?? 0
  return {
    selection,
    select,
    extend,
    move: by => select(step(latest.current, by, total)),
    extendBy: by => extend(step(latest.current, by, total)),
    toggle: async row => {
      const [id] = await idsFrom(row, 1)
      if (!id) return
      const next = toggleOne(latest.current, row, id)
      apply(next, next.ids.at(-1))
    },
    selectAll: async () => {
      const ids = await idsFrom(0, total)
      apply({ anchor: 0, active: ids.length - 1, ids, gap: false }, ids.at(-1))
    },
  }
}
