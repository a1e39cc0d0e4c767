import { type DragEvent, useState } from 'react'
import { createStore } from '../../state/store.ts'

/** What a line of the sidebar is, as something that can be moved among others. */
export interface MovableLine {
  readonly kind: 'collection' | 'search'
  readonly id: string
}

/** Where on a line something is let go: before it, in it, behind it. */
export type Spot = 'before' | 'into' | 'after'

/** What lines are called among what is dragged: nothing else takes them. */
const LINE = 'application/x-cuttings-line'

const dragged = createStore<MovableLine | undefined>(undefined)

interface LineDrag {
  /** Where what is dragged would go. */
  readonly over: Spot | undefined
  readonly source: {
    readonly draggable: boolean
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

export interface Movable {
  readonly line: MovableLine
  /** Where another line may go on this one. */
  readonly takes: (other: MovableLine) => readonly Spot[]
  readonly onTake: (other: MovableLine, spot: Spot) => void
}

/** The spot under the pointer of those that there are: the edges of a line that takes something in are narrow. */
function spotAt(event: DragEvent, spots: readonly Spot[]): Spot | undefined {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const at = (event.clientY - top) / height
  const edge = spots.includes('into') ? 0.28 : 0.5
  const wanted = at < edge ? 'before' : at > 1 - edge ? 'after' : 'into'
  return spots.includes(wanted) ? wanted : spots.find(spot => spot === 'into')
}

/** Dragging a line of the sidebar before, into or behind another. Keys have Alt with the arrows for it. */
export function useLineDrag(movable: Movable | undefined): LineDrag {
  const [over, setOver] = useState<Spot>()
  const spotOf = (event: DragEvent): Spot | undefined => {
    const other = dragged.get()
    if (movable === undefined || other === undefined || other.id === movable.line.id) return undefined
    return spotAt(event, movable.takes(other))
  }
  return {
    over,
    source: {
      draggable: movable !== undefined,
      onDragStart: event => {
        if (movable === undefined) return
        event.stopPropagation()
        dragged.set(movable.line)
        event.dataTransfer.setData(LINE, movable.line.id)
        event.dataTransfer.effectAllowed = 'move'
      },
      onDragEnd: () => dragged.set(undefined),
    },
    target: {
      onDragOver: event => {
        const spot = spotOf(event)
        setOver(spot)
        if (spot === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(undefined)
      },
      onDrop: event => {
        const [other, spot] = [dragged.get(), spotOf(event)]
        setOver(undefined)
        if (other === undefined || spot === undefined) return
        event.preventDefault()
        movable?.onTake(other, spot)
      },
    },
  }
}
