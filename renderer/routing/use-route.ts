import { startTransition, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Filter } from '../../electron/core/model/listing.ts'
import { formatRoute, parseRoute, type Route } from './route.ts'

const REMEMBERED = 'cuttings.route'
/** Writing it down takes some milliseconds, which a key that is typed has not got. */
const REMEMBER_MS = 250

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
 * Parts of the route, plain data: what follows them is left alone while others change, such as what is typed. `part` is
 * the same function in every rendering.
 */
export function useRouteOf<T extends object>(part: (route: Route) => T): T {
  const written = useSyncExternalStore(subscribe, () => JSON.stringify(part(currentRoute())))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is what the address says
  return useMemo(() => part(currentRoute()), [written, part])
}

/**
 * The whole route a moment later, when what follows the address at once has been painted: for what stands beside the list and
 * would hold up a key that is typed.
 */
export function useSettledRoute(): Route {
  const [hash, setHash] = useState(() => window.location.hash)
  useEffect(() => {
    const follow = () => startTransition(() => setHash(window.location.hash))
    follow()
    return subscribe(follow)
  }, [])
  return useMemo(() => parseRoute(hash), [hash])
}

/** Browsers refuse more than 200 changes of the address in ten seconds, one in 50 ms; a held arrow key makes more. */
const SOON_MS = 55
/** What {@link navigateSoon} holds back. */
let waiting: Partial<Route> = {}
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Changes parts of the route. `replace` leaves no step to go back to: for typing in the search field and for
 * moving along the list.
 */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const hash = formatRoute({ ...currentRoute(), ...waiting, ...change })
  waiting = {}
  if (hash === window.location.hash) return
  const url = new URL(window.location.href)
  url.hash = hash
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** {@link navigate} without a step to go back to, at most once in a while; the last change counts. */
export function navigateSoon(change: Partial<Route>): void {
  if (timer !== undefined) {
    waiting = { ...waiting, ...change }
    return
  }
  navigate(change, 'replace')
  timer = setTimeout(() => {
    timer = undefined
    if (Object.keys(waiting).length > 0) navigate({}, 'replace')
  }, SOON_MS)
}

/** Shows other clippings: the shelf, collection or tag, the words, the days. Leaves the timeline's other parts. */
export function showFilter(filter: Filter, how: 'push' | 'replace' = 'push'): void {
  navigate({ view: 'timeline', filter, clipping: undefined, pane: 'list' }, how)
}

/**
 * On start without an address, goes back to where the window was when it was closed. From then on a link that is
 * followed drops what {@link navigateSoon} holds back.
 */
export function rememberRoute(): void {
  const last = window.localStorage.getItem(REMEMBERED)
  if (!window.location.hash && last) navigate(parseRoute(last), 'replace')
  window.addEventListener('hashchange', ({ isTrusted }) => {
    if (isTrusted) waiting = {}
  })
  let waits: ReturnType<typeof setTimeout> | undefined
  const remember = () => window.localStorage.setItem(REMEMBERED, formatRoute(currentRoute()))
  subscribe(() => {
    clearTimeout(waits)
    waits = setTimeout(remember, REMEMBER_MS)
  })
  window.addEventListener('pagehide', remember)
}
