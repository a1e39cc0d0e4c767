import { SearchX, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './NoResult.module.css'
import { queryParts, withoutPart } from './query-parts.ts'

const css = classNames(styles)

interface Props {
  readonly filter: Filter
  /** The collection, tag or shelf that was searched. */
  readonly scope: string
}

/** Nothing was found: what was looked for and where, and what could be left out of it. */
export function NoResult({ filter, scope }: Props) {
  const { t } = useTranslation()
  const { query } = filter
  const { days, ...anyDay } = filter
  const parts = queryParts(query)
  const isLimited = filter.shelf !== 'all' || filter.collection !== undefined || filter.tag !== undefined
  const everywhere: Filter = {
    ...DEFAULT_FILTER,
    clock: filter.clock,
    query,
    ...(filter.order ? { order: filter.order } : {}),
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('search.noResultTitle', { query: query.trim() })}
      actions={
        <>
          {isLimited && (
            <Button look="strong" onPress={() => showFilter(everywhere)}>
              {t('search.everywhere')}
            </Button>
          )}
          {days && <Button onPress={() => showFilter(anyDay)}>{t('search.anyDay')}</Button>}
          <Button onPress={() => showFilter({ ...filter, query: '' })}>{t('search.clear')}</Button>
        </>
      }
    >
      {isLimited && <p>{t('search.limitedTo', { scope })}</p>}
      <p>{t(parts.length > 1 ? 'search.noResultAll' : 'search.noResultOne')}</p>
      {parts.length > 1 && (
        <div className={css('parts')}>
          {parts.map(part => (
            <Button
              key={part.start}
              icon={<X aria-hidden="true" />}
              aria-label={t('search.withoutPart', { part: part.text })}
              onPress={() => showFilter({ ...filter, query: withoutPart(query, part) }, 'replace')}
            >
              {part.text}
            </Button>
          ))}
        </div>
      )}
    </EmptyState>
  )
}
