import { useSyncExternalStore } from 'react'

/** How many panes have room beside each other: the sidebar folds to a rail below 1200 px, one pane below 820 px. */
export type Layout = 'three' | 'two' | 'one'

const wide = window.matchMedia('(min-width: 1200px)')
const medium = window.matchMedia('(min-width: 820px)')

const subscribe = (listener: () => void) => {
  wide.addEventListener('change', listener)
  medium.addEventListener('change', listener)
  return () => {
    wide.removeEventListener('change', listener)
    medium.removeEventListener('change', listener)
  }
}

export const currentLayout = (): Layout => (wide.matches ? 'three' : medium.matches ? 'two' : 'one')

export const useLayout = (): Layout => useSyncExternalStore(subscribe, currentLayout)
