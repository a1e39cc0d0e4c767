import { EVENT_STATUSES, type EventStatus } from '../../electron/core/model/chronology.ts'
import type { Filter } from '../../electron/core/model/listing.ts'

export const VIEWS = ['timeline', 'chronology', 'tags', 'highlights', 'export', 'import', 'settings'] as const
export type View = (typeof VIEWS)[number]

/** The parts of the settings. */
export const SECTIONS = ['general', 'import', 'outlets', 'library', 'backups', 'trash'] as const
export type Section = (typeof SECTIONS)[number]

/** Which pane the window shows where there is room for one, and whether the reader shows what was set aside, or the original. */
export type Pane = 'list' | 'reader' | 'set-aside' | 'original'

/** All of the window that back, forward and reload bring back. */
export interface Route {
  readonly view: View
  readonly filter: Filter
  readonly clipping: string | undefined
  readonly pane: Pane
  /** The tag chosen in the view of tags. */
  readonly tag?: string | undefined
  /** What the view of exporting exports, as `features/export/scope.ts` writes it. */
  readonly scope?: string | undefined
  /** Which events of a chronology are on show; proposals where absent. */
  readonly status?: EventStatus | 'all' | undefined
  /** The import whose ledger is on show; where absent, how to start one. */
  readonly import?: string | undefined
  /** The part of the settings on show; the first where absent. */
  readonly section?: Section | undefined
}

export const DEFAULT_FILTER: Filter = { shelf: 'all', query: '', clock: 'published' }
export const DEFAULT_ROUTE: Route = {
  view: 'timeline',
  filter: DEFAULT_FILTER,
  clipping: undefined,
  pane: 'list',
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const SHELVES = ['inbox', 'all', 'starred', 'trash'] as const
const CLOCKS = ['happened', 'published', 'clipped'] as const
const ORDERS = ['relevance', 'hand'] as const
const STATUSES = [...EVENT_STATUSES, 'all'] as const
const PANES = ['list', 'reader', 'set-aside', 'original'] as const

const oneOf = <T extends string>(allowed: readonly T[], value: string | null, otherwise: T): T =>
  allowed.find(item => item === value) ?? otherwise

const matching = (pattern: RegExp, value: string | null): string | undefined =>
  value !== null && pattern.test(value) ? value : undefined

/** Reads a location hash. What it cannot read falls back to the default, so that no address leads nowhere. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const params = new URLSearchParams(search)
  const from = matching(DAY, params.get('from'))
  const to = matching(DAY, params.get('to'))
  const collection = matching(UUID, params.get('collection'))
  const tag = params.get('tag')
  const order = ORDERS.find(each => each === params.get('order'))
  const filter: Filter = {
    shelf: oneOf(SHELVES, params.get('shelf'), collection || tag ? 'all' : DEFAULT_FILTER.shelf),
    query: (params.get('q') ?? '').slice(0, 500),
    clock: oneOf(CLOCKS, params.get('clock'), 'published'),
    ...(collection ? { collection } : {}),
    ...(tag ? { tag } : {}),
    ...(from && to && from <= to ? { days: { from, to } } : {}),
    ...(order ? { order } : {}),
  }
  return {
    view: oneOf(VIEWS, path, 'timeline'),
    filter,
    clipping: matching(UUID, params.get('clipping')),
    pane: oneOf(PANES, params.get('pane'), 'list'),
    tag: params.get('chosen') ?? undefined,
    scope: params.get('scope') ?? undefined,
    status: STATUSES.find(status => status === params.get('status')),
    import: matching(UUID, params.get('import')),
    section: SECTIONS.find(section => section === params.get('section')),
  }
}

/** The shortest hash that {@link parseRoute} reads back as the same route. */
export function formatRoute(route: Route): string {
  const { filter } = route
  const params = new URLSearchParams()
  const impliedShelf = filter.collection || filter.tag ? 'all' : DEFAULT_FILTER.shelf
  if (filter.shelf !== impliedShelf) params.set('shelf', filter.shelf)
  if (filter.collection) params.set('collection', filter.collection)
  if (filter.tag) params.set('tag', filter.tag)
  if (filter.query) params.set('q', filter.query)
  if (filter.days) {
    params.set('from', filter.days.from)
    params.set('to', filter.days.to)
  }
  if (filter.clock !== DEFAULT_FILTER.clock) params.set('clock', filter.clock)
  if (filter.order) params.set('order', filter.order)
  if (route.clipping) params.set('clipping', route.clipping)
  if (route.pane !== 'list') params.set('pane', route.pane)
  if (route.tag) params.set('chosen', route.tag)
  if (route.scope) params.set('scope', route.scope)
  if (route.status) params.set('status', route.status)
  if (route.import) params.set('import', route.import)
  if (route.section) params.set('section', route.section)
  const search = params.toString()
  return `#/${route.view}${search ? `?${search}` : ''}`
}
