import { useEffect, useState } from 'react'

/** The value once it has stayed the same for a while, so that typing does not ask at every letter. */
export function useSettled<T>(value: T, ms: number): T {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState({ key, value })
  useEffect(() => {
    if (key === settled.key) return undefined
    const timer = setTimeout(() => setSettled({ key, value }), ms)
    return () => clearTimeout(timer)
  }, [key, value, ms, settled.key])
  return settled.value
}
