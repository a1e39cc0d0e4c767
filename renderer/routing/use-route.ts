import { startTransition, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Filter } from '../../electron/core/model/listing.ts'
import { formatRoute, parseRoute, type Route } from './route.ts'

/** What {@link navigateWith} holds back. */
let waiting: Partial<Route> = {}
/** What the window shows, where the address does not say it yet; void once the address is another than it was then. */
let unwritten: { readonly hash: string; readonly after: string } | undefined
let writing: ReturnType<typeof setTimeout> | undefined
let followed: Event | undefined

/** Subscribers hear of a change as `hashchange`: of one of ours too. */
const subscribe = (listener: () => void) => {
  const follow = (event: Event) => {
    // A link that is followed, or a step back, drops what is on its way into the place that is left.
    if (event.isTrusted && event !== followed) {
      followed = event
      waiting = {}
      unwritten = undefined
    }
    listener()
  }
  window.addEventListener('hashchange', follow)
  return () => window.removeEventListener('hashchange', follow)
}

const shownHash = (): string => {
  const { hash } = window.location
  return unwritten?.after === hash ? unwritten.hash : hash
}

const shown = (): Route => parseRoute(shownHash())

/** Where the window is now, with what is on its way, for code that runs outside React's rendering. */
export const currentRoute = (): Route => ({ ...shown(), ...waiting })

/** The route of what is shown, following back, forward and {@link navigate}. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, shownHash)
  return useMemo(() => parseRoute(hash), [hash])
}

/**
 * Parts of the route, plain data: what follows them is left alone while others change, such as what is typed. `part` is
 * the same function in every rendering.
 */
export function useRouteOf<T extends object>(part: (route: Route) => T): T {
  const written = useSyncExternalStore(subscribe, () => JSON.stringify(part(shown())))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is what is shown
  return useMemo(() => part(shown()), [written, part])
}

/** What begins and ends following a link by pointer; a key that follows one is a click too. */
const PRESSES = ['pointerdown', 'click'] as const

/** Runs `act` before a link is followed. Returns the function that stops. */
function beforeLinks(act: () => void): () => void {
  const press = ({ target }: Event) => {
    if (target instanceof Element && target.closest('a') !== null) act()
  }
  for (const kind of PRESSES) window.addEventListener(kind, press, { capture: true })
  return () => {
    for (const kind of PRESSES) window.removeEventListener(kind, press, { capture: true })
  }
}

/** Somebody who types or moves along the list goes on in less. */
const SETTLED_MS = 150
/** Whether the address changes without a step to go back to. */
let isReplacing = false

/**
 * The whole route for what stands beside the list: after it, and while somebody types or moves along it, when they have
 * come to rest. At once where a link is pressed, which may lead on from what is shown.
 */
export function useSettledRoute(): Route {
  const [hash, setHash] = useState(shownHash)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => startTransition(() => setHash(shownHash()))
    const followOrWait = () => {
      clearTimeout(timer)
      if (isReplacing) timer = setTimeout(follow, SETTLED_MS)
      else follow()
    }
    follow()
    const stops = [
      subscribe(followOrWait),
      beforeLinks(() => {
        clearTimeout(timer)
        setHash(shownHash())
      }),
    ]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
  return useMemo(() => parseRoute(hash), [hash])
}

/**
 * Writing the address takes some milliseconds, which a key that is typed has not got; and browsers refuse more than 200
 * changes of it in ten seconds, where a held arrow key makes more.
 */
const WRITE_MS = 150

const urlOf = (hash: string): URL => {
  const url = new URL(window.location.href)
  url.hash = hash
  return url
}

function writeAddress(): void {
  clearTimeout(writing)
  const hash = shownHash()
  if (hash !== window.location.hash) window.history.replaceState(null, '', urlOf(hash))
  unwritten = undefined
}

/**
 * Changes parts of the route. `replace` leaves no step to go back to: for typing in the search field and for
 * moving along the list. The address follows it when nothing more has come for a moment.
 */
export function navigate(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  // What was held back belongs to the place that is left.
  if (how === 'push' && Object.keys(waiting).length > 0) navigate({}, 'replace')
  const hash = formatRoute({ ...currentRoute(), ...change })
  waiting = {}
  if (hash === shownHash()) return
  if (how === 'push') {
    writeAddress()
    window.history.pushState(null, '', urlOf(hash))
  } else {
    unwritten = { hash, after: window.location.hash }
    clearTimeout(writing)
    writing = setTimeout(writeAddress, WRITE_MS)
  }
  isReplacing = how === 'replace'
  window.dispatchEvent(new HashChangeEvent('hashchange', { newURL: urlOf(hash).href }))
  isReplacing = false
}

/** What waits longer than that is shown as it comes. */
const PATIENCE_MS = 80
let patience: ReturnType<typeof setTimeout> | undefined
let awaited: Promise<unknown> | undefined

/**
 * Changes parts of the route, with no step to go back to, when what is needed to show the place is `ready`, so that it is
 * drawn once, with all of it; after a moment in any case. Of several the last one's is waited for.
 */
export function navigateWith(change: Partial<Route>, ready: Promise<unknown>): void {
  waiting = { ...waiting, ...change }
  awaited = ready
  const go = () => {
    clearTimeout(patience)
    patience = undefined
    awaited = undefined
    navigate({}, 'replace')
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

/** Keeps the window's address true to what it shows, wherever it is read: by a link that is followed, or by the app. */
export function keepAddress(): void {
  beforeLinks(() => {
    if (Object.keys(waiting).length > 0) navigate({}, 'replace')
  })
  // A link to what the address still says, and the window no longer shows, would lead nowhere.
  window.addEventListener('click', writeAddress, { capture: true })
  window.addEventListener('blur', writeAddress)
  window.addEventListener('pagehide', writeAddress)
}
