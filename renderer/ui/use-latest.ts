import { useCallback, useRef } from 'react'

/**
 * The same function in every rendering, which does what the one of the last rendering does: for what is rendered again
 * only where its properties are others.
 */
export function useLatest<A extends readonly unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: A) => latest.current(...args), [])
}
