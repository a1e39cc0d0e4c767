import { type DragEvent, useState } from 'react'
import { draggedClippings } from '../../state/dragged-clippings.ts'

interface ClippingDrop {
  readonly isOver: boolean
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** A place that takes clippings dragged out of the list; none where `take` is undefined. */
export function useClippingDrop(take: ((ids: readonly string[]) => void) | undefined): ClippingDrop {
  const [isOver, setIsOver] = useState(false)
  return {
    isOver,
    target: {
      onDragOver: event => {
        if (take === undefined || draggedClippings.get() === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
      },
      onDrop: event => {
        setIsOver(false)
        const ids = draggedClippings.get()
        if (take === undefined || ids === undefined) return
        event.preventDefault()
        take(ids)
      },
    },
  }
}
