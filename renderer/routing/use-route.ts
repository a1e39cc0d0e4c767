import { useMemo, useSyncExternalStore } from 'react'
import type { Filter } from '../../electron/core/model/listing.ts'
import { formatRoute, parseRoute, type Route } from './route.ts'

const REMEMBERED = 'cuttings.route'

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** Where the window is now, for code that runs outside React's rendering. */
export const currentRoute = (): Route => parseRoute(window.location.hash)

/** The route of the address, following back, forward and {@link navigate}. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}

/**
 * Changes parts of the route. `replace` leaves no step to go back to: for typing in the search field and for
 * moving along the list.
 */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const hash = formatRoute({ ...currentRoute(), ...change })
  if (hash === window.location.hash) return
  const url = new URL(window.location.href)
  url.hash = hash
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
  window.localStorage.setItem(REMEMBERED, hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** Shows other clippings: the shelf, collection or tag, the words, the days. Leaves the timeline's other parts. */
export function showFilter(filter: Filter, how: 'push' | 'replace' = 'push'): void {
  navigate({ view: 'timeline', filter, pane: 'list' }, how)
}

/** On start without an address, goes back to where the window was when it was closed. */
export function rememberRoute(): void {
  const last = window.localStorage.getItem(REMEMBERED)
  if (!window.location.hash && last) navigate(parseRoute(last), 'replace')
}
