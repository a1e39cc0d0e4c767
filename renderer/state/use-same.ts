import { useRef } from 'react'

/** Plain data that is the same object for as long as it says the same, whichever object it comes in. */
export function useSame<T>(value: T): T {
  const written = JSON.stringify(value)
  const kept = useRef({ written, value })
  if (kept.current.written !== written) kept.current = { written, value }
  return kept.current.value
}
