import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readGroups } from '../../../electron/core/model/group-lines.ts'
import { send } from '../../api/bridge.ts'
import { useRequest } from '../../api/use-request.ts'
import { useRoute } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { useStore } from '../../state/store.ts'
import { useScopeName } from '../timeline/use-scope-name.ts'
import { keptIds } from './open-export.ts'
import { type PublishedSpan, spanOfDates, spanOfGroups } from './published-span.ts'
import { filterOfScope, parseScope, type Scope, scopeOfFilter } from './scope.ts'

/** So many are asked for one by one, to say their dates; of more the dates are left unsaid. */
const MOST_ASKED = 40

export interface ChosenScope {
  /** Undefined where the collection or tag is gone, so that another has to be chosen. */
  readonly scope: Scope | undefined
  readonly kind: Scope['kind']
  /** Undefined while it is counted. */
  readonly articles: number | undefined
  readonly span: PublishedSpan | undefined
  /** The title that the export is given when none is typed. */
  readonly title: string
}

/** What is to be exported: from the address, or else what is selected, or what the timeline shows. */
export function useScope(): ChosenScope {
  const { t } = useTranslation()
  const route = useRoute()
  const kept = useStore(keptIds)
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const shownName = useScopeName(route.filter)
  const selected = useStore(selection)
  const named: Scope =
    (route.scope ? parseScope(route.scope, kept) : undefined) ??
    // A single one is selected by mere reading.
    (selected.length > 1 ? { kind: 'clippings', ids: selected } : scopeOfFilter(route.filter))
  const isGone =
    overview !== undefined &&
    ((named.kind === 'collection' && !overview.collections.some(({ id }) => id === named.id)) ||
      (named.kind === 'tag' && !overview.tags.some(({ name }) => name === named.name)))
  const scope = isGone ? undefined : named
  const filter = scope && filterOfScope(scope, route.filter)
  const ids = scope?.kind === 'clippings' ? scope.ids : []
  const { data: listing } = useRequest('library:list', filter ?? route.filter, {
    enabled: filter !== undefined,
  })
  const asked = useQueries({
    queries: (ids.length <= MOST_ASKED ? ids : []).map(id => ({
      queryKey: ['clipping:get', { id }] as const,
      queryFn: () => send('clipping:get', { id }),
    })),
  })
  const clippings = asked.flatMap(({ data }) => (data ? [data.clipping] : []))
  const isAnswered = ids.length > 0 && clippings.length === ids.length
  const byFilter =
    filter?.clock === 'published' && listing ? spanOfGroups(readGroups(listing.groups)) : undefined

  const title = () => {
    switch (named.kind) {
      case 'collection':
        return overview?.collections.find(({ id }) => id === named.id)?.name ?? ''
      case 'tag':
        return named.name.split('/').at(-1) ?? ''
      case 'shown':
        return route.filter.query || shownName
      case 'clippings':
        return ids.length === 1 && clippings[0]?.title
          ? clippings[0].title
          : t('exporting.scopeTitle', { count: ids.length })
      default:
        return t(`exporting.scopes.${named.kind}`)
    }
  }
  return {
    scope,
    kind: named.kind,
    articles: scope?.kind === 'clippings' ? ids.length : filter && listing?.total,
    span: isAnswered ? spanOfDates(clippings.map(({ published }) => published)) : byFilter,
    title: title().slice(0, 300),
  }
}
