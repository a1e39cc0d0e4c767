import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the keyboard's place in a row of buttons that each take themselves away. Call the returned function
 * before the change: once `content` is another, the focus is on what now stands in the same place, or, where
 * nothing does, on the container.
 */
export function useKeptPlace(
  container: RefObject<HTMLElement | null>,
  selector: string,
  content: unknown,
): () => void {
  const place = useRef<number | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another content has lost the button
  useEffect(() => {
    const kept = place.current
    place.current = undefined
    if (kept === undefined || document.activeElement !== document.body) return
    const row = container.current?.querySelectorAll<HTMLElement>(selector) ?? []
    const next = row[Math.min(kept, row.length - 1)] ?? container.current
    next?.focus()
  }, [content])
  return () => {
    const row = [...(container.current?.querySelectorAll(selector) ?? [])]
    const here = row.findIndex(each => each.contains(document.activeElement))
    place.current = here < 0 ? undefined : here
  }
}
