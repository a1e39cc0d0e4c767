import { type DragEvent, useState } from 'react'
import type { Filter, Row } from '../../../electron/core/model/listing.ts'
import { useChange } from '../../api/use-change.ts'
import { draggedClippings } from '../../state/dragged-clippings.ts'
import type { ListSelection } from './list-selection.ts'

/** A place between two rows: above or below the one at `row`. */
interface Gap {
  readonly row: number
  readonly side: 'before' | 'after'
}

interface Arranging {
  /** Where what is dragged would go. */
  readonly gap: Gap | undefined
  /** Moves what is selected up or down by a row; undefined where the list is in no order by hand. */
  readonly step: ((by: 1 | -1) => void) | undefined
  readonly target: {
    readonly onDragOver?: (event: DragEvent) => void
    readonly onDragLeave?: (event: DragEvent) => void
    readonly onDrop?: (event: DragEvent) => void
  }
}

/** The selected rows around the active one, without a gap between. */
function blockAround({ active, ids }: ListSelection, rowAt: (row: number) => Row | undefined) {
  const isIn = (row: number): boolean => ids.includes(rowAt(row)?.id ?? '')
  let [first, last] = [active, active]
  while (first > 0 && isIn(first - 1)) first--
  while (isIn(last + 1)) last++
  return { first, last }
}

/** Putting the clippings of a collection in order by hand: by dragging them within the list, or a row at a time by key. */
export function useArranging(
  filter: Filter,
  total: number,
  rowAt: (row: number) => Row | undefined,
  rowUnder: (event: DragEvent) => number,
  selection: ListSelection,
): Arranging {
  const { collection, order, clock } = filter
  const arrange = useChange('collection:arrange', { quiet: true })
  const [gap, setGap] = useState<Gap>()
  if (order !== 'hand' || collection === undefined) return { gap: undefined, step: undefined, target: {} }

  const put = (ids: readonly string[], before: string | null) =>
    void arrange.run({ id: collection, ids: [...ids], before, clock })
  const step = (by: 1 | -1) => {
    const { first, last } = blockAround(selection, rowAt)
    if (first < 0 || (by < 0 ? first === 0 : last >= total - 1)) return
    const before = rowAt(by < 0 ? first - 1 : last + 2)?.id
    const ids = Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at)?.id ?? '')
    if (ids.includes('') || (before === undefined && last + 2 < total)) return
    put(ids, before ?? null)
  }
  const gapAt = (event: DragEvent): Gap | undefined => {
    const row = rowUnder(event)
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    if (draggedClippings.get() === undefined || row < 0 || option === null) return undefined
    const { top, height } = option.getBoundingClientRect()
    return { row, side: event.clientY < top + height / 2 ? 'before' : 'after' }
  }
  return {
    gap,
    step,
    target: {
      onDragOver: event => {
        const next = gapAt(event)
        setGap(before => (before?.row === next?.row && before?.side === next?.side ? before : next))
        if (next === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setGap(undefined)
      },
      onDrop: event => {
        const [ids, at] = [draggedClippings.get(), gapAt(event)]
        setGap(undefined)
        if (ids === undefined || at === undefined) return
        event.preventDefault()
        let row = at.side === 'before' ? at.row : at.row + 1
        while (ids.includes(rowAt(row)?.id ?? '')) row++
        put(ids, rowAt(row)?.id ?? null)
      },
    },
  }
}
