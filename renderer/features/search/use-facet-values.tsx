import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { currentRoute, navigate } from '../../routing/use-route.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { type FacetValue, facetValues } from './facet-values.ts'
import { type Facet, termOf, toggleTerm } from './terms-in-query.ts'
import { today } from './today.ts'
import { typedQuery } from './typed-query.ts'
import { useFacets } from './use-search-request.ts'

/** A value with how it is shown. */
export interface ShownValue extends FacetValue {
  readonly name: string
  readonly icon?: ReactNode
}

export interface ShownFacet {
  readonly facet: Facet
  readonly title: string
  readonly values: readonly ShownValue[]
  /** Makes a value a condition of the query, or takes it out. */
  readonly toggle: (value: string) => void
}

const FACETS = ['source', 'tag', 'month'] as const satisfies readonly Facet[]

/** What the search of a filter, which may be a moment old, can be narrowed down by, in words. */
export function useFacetValues(filter: Filter): ShownFacet[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const colourOf = useTagColours()
  const { data: found } = useFacets(filter, typedQuery(filter.query) !== undefined)
  const data = useDeferredValue(found)
  const day = today()
  // What is shown may be a moment old; what is changed is the query of now.
  const toggle = useLatest((facet: Facet, value: string) => {
    const now = currentRoute().filter
    const term = termOf(facet, value, now.clock)
    if (!term) return
    const query = toggleTerm(now.query, term, day, t('search.fields', { returnObjects: true }))
    navigate({ filter: { ...now, query: query.slice(0, 500) } })
  })
  return useMemo(() => {
    const shown = (facet: Facet, value: FacetValue): ShownValue => ({
      ...value,
      name: facet === 'month' ? formatDate(value.value, language) : value.value,
      ...(facet === 'tag' ? { icon: <TagDot colour={colourOf(value.value)} /> } : {}),
    })
    return FACETS.map(facet => ({
      facet,
      title: t(`search.facet.${facet}`),
      values: facetValues(facet, data?.[facet] ?? [], filter, day).map(value => shown(facet, value)),
      toggle: value => toggle(facet, value),
    }))
  }, [t, language, colourOf, data, filter, day, toggle])
}
