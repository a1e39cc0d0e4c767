import type { DragEvent, MouseEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CLIPPINGS, draggedClippings } from '../../state/dragged-clippings.ts'
import { useDraggingOut } from '../export/use-dragging-out.ts'
import styles from './ClippingList.module.css'

/** What follows the pointer: how many there are, in words. It has to be in the document while the browser draws it. */
function dragImage(words: string): HTMLElement {
  const image = document.createElement('div')
  image.className = styles['dragged'] ?? ''
  image.textContent = words
  document.body.append(image)
  setTimeout(() => image.remove())
  return image
}

interface Dragging {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

/**
 * Dragging clippings out of the list: all that are selected, or the one that was not. With Alt they leave the window as
 * files. `idsAt` are those of a row.
 */
export function useDraggingClippings(idsAt: (event: MouseEvent) => readonly string[]): Dragging {
  const { t } = useTranslation()
  const out = useDraggingOut()
  return {
    onPointerDown: event => out.prepare(event, idsAt(event)),
    onDragStart: event => {
      const ids = idsAt(event)
      if (ids.length === 0) {
        event.preventDefault()
        return
      }
      if (out.start(event, ids)) return
      draggedClippings.set(ids)
      event.dataTransfer.setData(CLIPPINGS, ids.join(' '))
      event.dataTransfer.effectAllowed = 'copyMove'
      event.dataTransfer.setDragImage(dragImage(t('timeline.dragged', { count: ids.length })), 12, 12)
    },
    onDragEnd: () => draggedClippings.set(undefined),
  }
}
