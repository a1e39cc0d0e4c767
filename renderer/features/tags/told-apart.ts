import type { LookAlike } from '../../../electron/core/model/tag-advice.ts'
import { followOtherWindows } from '../../state/other-windows.ts'
import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.tags-apart'

function remembered(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(REMEMBERED) ?? '[]')
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** A pair whichever of the two has more clippings. */
export const pairKey = ({ name, into }: LookAlike): string => [name, into].sort().join('\n')

/** Pairs of which the user said that they are two, on this machine. */
export const setApart = createStore<ReadonlySet<string>>(new Set(remembered()))
followOtherWindows(REMEMBERED, () => setApart.set(new Set(remembered())))

export function tellApart(pair: LookAlike): void {
  const apart = new Set([...setApart.get(), pairKey(pair)])
  setApart.set(apart)
  window.localStorage.setItem(REMEMBERED, JSON.stringify([...apart]))
}
