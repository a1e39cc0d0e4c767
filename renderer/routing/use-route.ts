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

/** What {@link navigateSoon} and {@link navigateWith} hold back. */
let waiting: Partial<Route> = {}

const addressed = (): Route => parseRoute(window.location.hash)

/** Where the window is now, with what is on its way into the address, for code that runs outside React's rendering. */
export const currentRoute = (): Route => ({ ...addressed(), ...waiting })

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
  const written = useSyncExternalStore(subscribe, () => JSON.stringify(part(addressed())))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is what the address says
  return useMemo(() => part(addressed()), [written, part])
}

/** Somebody who types or moves along the list goes on in less. */
const SETTLED_MS = 150
/** Whether the address changes without a step to go back to. */
let isReplacing = false

/**
 * The whole route for what stands beside the list: after it, and while somebody types or moves along it, when they have
 * come to rest.
 */
export function useSettledRoute(): Route {
  const [hash, setHash] = useState(() => window.location.hash)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => startTransition(() => setHash(window.location.hash))
    const followOrWait = () => {
      clearTimeout(timer)
      if (isReplacing) timer = setTimeout(follow, SETTLED_MS)
      else follow()
    }
    follow()
    const stop = subscribe(followOrWait)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return useMemo(() => parseRoute(hash), [hash])
}

/** Browsers refuse more than 200 changes of the address in ten seconds, one in 50 ms; a held arrow key makes more. */
const SOON_MS = 55
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Changes parts of the route. `replace` leaves no step to go back to: for typing in the search field and for
 * moving along the list.
 */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  // What was held back belongs to the place that is left.
  if (how === 'push' && Object.keys(waiting).length > 0) navigate({}, 'replace')
  const hash = formatRoute({ ...currentRoute(), ...change })
  waiting = {}
  if (hash === window.location.hash) return
  const url = new URL(window.location.href)
  url.hash = hash
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
  isReplacing = how === 'replace'
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  isReplacing = false
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

/** What waits longer than that is shown as it comes. */
const PATIENCE_MS = 80
let patience: ReturnType<typeof setTimeout> | undefined
let awaited: Promise<unknown> | undefined

/**
 * {@link navigateSoon} when what is needed to show the place is `ready`, so that it is drawn once, with all of it; after a
 * moment in any case. Of several the last one's is waited for.
 */
export function navigateWith(change: Partial<Route>, ready: Promise<unknown>): void {
  waiting = { ...waiting, ...change }
  awaited = ready
  const go = () => {
    clearTimeout(patience)
    patience = undefined
    awaited = undefined
    navigateSoon({})
  }
  patience ??= setTimeout(go, PATIENCE_MS)
  const goIfLast = () => {
    if (awaited === ready) go()
  }
  void ready.then(goIfLast, goIfLast)
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
