import { type RefObject, useEffect, useState } from 'react'
import type { Body } from '../../../electron/core/model/body.ts'
import { type Passage, selectedPassage } from './selected-passage.ts'

interface Place {
  readonly left: number
  readonly top: number
}

/** Where the bar stands: above the middle of what is selected, in the terms of the article around the body. */
function placeOfSelection(container: HTMLElement): Place | undefined {
  const frame = container.closest('article')
  const selection = getSelection()
  if (frame === null || selection === null || selection.rangeCount === 0) return undefined
  const words = selection.getRangeAt(0).getBoundingClientRect()
  const around = frame.getBoundingClientRect()
  const middle = words.left + words.width / 2 - around.left
  return { left: Math.min(Math.max(middle, 110), around.width - 110), top: words.top - around.top }
}

/**
 * What is selected of the body that the container shows, and where that stands; undefined while the mouse is still
 * selecting, and where there is no body.
 */
export function useSelectedPassage(
  container: RefObject<HTMLElement | null>,
  body: Body | undefined,
): { readonly passage: Passage; readonly place: Place } | undefined {
  const [selected, setSelected] = useState<{ readonly passage: Passage; readonly place: Place }>()
  useEffect(() => {
    if (body === undefined) return undefined
    let isDown = false
    const look = () => {
      if (isDown) return
      const words = container.current && selectedPassage(container.current, body)
      const place = words && container.current ? placeOfSelection(container.current) : undefined
      setSelected(words && place ? { passage: words, place } : undefined)
    }
    const down = () => {
      isDown = true
    }
    const up = () => {
      isDown = false
      look()
    }
    document.addEventListener('selectionchange', look)
    addEventListener('pointerdown', down)
    addEventListener('pointerup', up)
    addEventListener('pointercancel', up)
    return () => {
      document.removeEventListener('selectionchange', look)
      removeEventListener('pointerdown', down)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', up)
      setSelected(undefined)
    }
  }, [body, container])
  return selected
}
