import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the heading of a view (with `tabIndex={-1}`): takes the focus when the view opens, so that a screen reader
 * says where it is and Tab goes on from there instead of from the start of the window.
 */
export function useArrivalFocus<T extends HTMLElement>(): RefObject<T | null> {
  const heading = useRef<T>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
