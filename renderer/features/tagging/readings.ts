import { useEffect } from 'react'
import { type SpeltRun, speltRuns } from '../../../electron/core/search/sounds-like.ts'
import { createStore, useStore } from '../../state/store.ts'

/** How names with Chinese characters are read, by name; those that have not been read yet are missing. */
export type Readings = ReadonlyMap<string, readonly SpeltRun[]>

const HAN_PAIR = /\p{sc=Han}{2}/u
/** Short enough that a letter that is typed meanwhile is painted in its frame. */
const SLICE_MS = 6

const read = new Map<string, readonly SpeltRun[]>()
/** A copy whenever more names have been read, so that those who look see that it is another. */
const known = createStore<Readings>(new Map())

/** Reads names a few milliseconds at a time; the dictionary is loaded when it is first needed. */
async function readAll(names: readonly string[], isWanted: () => boolean): Promise<void> {
  const unread = names.filter(name => !read.has(name) && HAN_PAIR.test(name))
  if (unread.length === 0) return
  const { readingsOf } = await import('../../../electron/core/search/pinyin.ts')
  let next = 0
  while (next < unread.length && isWanted()) {
    const end = performance.now() + SLICE_MS
    for (; next < unread.length && performance.now() < end; next += 1) {
      const name = unread[next] ?? ''
      const runs = readingsOf(name)
      // The levels of a tag are also typed one after the other.
      read.set(name, speltRuns(name.includes('/') ? [...runs, runs.flat()] : runs))
    }
    await new Promise(resolve => setTimeout(resolve))
  }
  known.set(new Map(read))
}

/** How names are read, as far as that is known; these are read while the component is on screen. */
export function useReadings(names: readonly string[]): Readings {
  useEffect(() => {
    let isWanted = true
    void readAll(names, () => isWanted)
    return () => {
      isWanted = false
    }
  }, [names])
  return useStore(known)
}
