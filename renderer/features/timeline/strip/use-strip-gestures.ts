import { type PointerEvent, type RefCallback, useCallback, useRef } from 'react'
import { useLatest } from '../../../ui/use-latest.ts'

/** So many pixels of the wheel show half as much, or twice as much. */
const WHEEL_PX = 240
/** A pinch on a trackpad comes as small turns of the wheel. */
const PINCH_PX = 60
const LINE_PX = 16

interface Gestures {
  /** Shows `factor` times as much around a place of the element, in pixels from its left. */
  readonly onZoom: (factor: number, at: number) => void
  /** Moves by pixels, to later times where they are positive. */
  readonly onPan: (pixels: number) => void
}

interface Turned {
  zoom: number
  at: number
  pan: number
}

/**
 * Zooming by wheel and pinch, panning by the wheel held sideways: once a frame, however many events there are. The
 * listener is not passive, because the page must not scroll or zoom itself.
 */
export function useWheel({ onZoom, onPan }: Gestures): RefCallback<HTMLElement> {
  const turned = useRef<Turned | undefined>(undefined)
  const apply = useLatest(() => {
    const now = turned.current
    turned.current = undefined
    if (now === undefined) return
    if (now.zoom !== 0) onZoom(2 ** now.zoom, now.at)
    if (now.pan !== 0) onPan(now.pan)
  })
  return useCallback(
    element => {
      if (element === null) return undefined
      const onWheel = (event: WheelEvent) => {
        event.preventDefault()
        if (turned.current === undefined) requestAnimationFrame(() => apply())
        const now = turned.current ?? { zoom: 0, at: 0, pan: 0 }
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
        const across = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
        if (Math.abs(across) > Math.abs(event.deltaY) || event.shiftKey) now.pan += across * unit
        else now.zoom += (event.deltaY * unit) / (event.ctrlKey ? PINCH_PX : WHEEL_PX)
        now.at = event.clientX - element.getBoundingClientRect().left
        turned.current = now
      }
      element.addEventListener('wheel', onWheel, { passive: false })
      return () => element.removeEventListener('wheel', onWheel)
    },
    [apply],
  )
}

interface Pinch {
  readonly isPinching: () => boolean
  readonly onDown: (event: PointerEvent) => void
  /** True where the move was part of a pinch. */
  readonly onMove: (event: PointerEvent) => boolean
  readonly onUp: (event: PointerEvent) => void
}

/** Zooming and panning by two fingers on a screen. */
export function usePinch({ onZoom, onPan }: Gestures): Pinch {
  const fingers = useRef(new Map<number, number>())
  return {
    isPinching: () => fingers.current.size > 1,
    onDown: ({ pointerId, clientX }) => fingers.current.set(pointerId, clientX),
    onMove: ({ pointerId, clientX, currentTarget }) => {
      const before = fingers.current.get(pointerId)
      const other = [...fingers.current].find(([id]) => id !== pointerId)?.[1]
      if (before === undefined) return false
      fingers.current.set(pointerId, clientX)
      if (other === undefined) return false
      const [was, is] = [Math.abs(before - other), Math.abs(clientX - other)]
      const middle = (clientX + other) / 2 - currentTarget.getBoundingClientRect().left
      if (was > 0 && is > 0) onZoom(was / is, middle)
      onPan((before - clientX) / 2)
      return true
    },
    onUp: ({ pointerId }) => void fingers.current.delete(pointerId),
  }
}
